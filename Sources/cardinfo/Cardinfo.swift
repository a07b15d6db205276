import ArgumentParser
import Glibc
import Words

/// The command.
@main
struct Cardinfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cardinfo",
    abstract: Words(
      "Read SIM and eSIM cards in a USB smart-card reader, and keep their lines alive."),
    discussion: Words(
      """
      Without a subcommand it reads every reader that has a card, and takes the options of read: \
      see cardinfo help read. Reading never changes a card and never uses a PIN try. Try it without \
      a reader: cardinfo --virtual travel-euicc

      Results go to standard output, everything else to standard error. Exit status: 0 all was \
      read, 1 something failed, 64 usage, 65 bad input, 66 no card, 69 no reader or no PC/SC \
      service, 75 another program holds the card, 77 no permission, 130 interrupted.
      """),
    version: Version.current,
    subcommands: [
      ReadCommand.self, WatchCommand.self, LinesCommand.self, LineCommand.self, LogCommand.self,
      ReplyCommand.self,
      RenewCommand.self, CheckCommand.self, MetricsCommand.self, ReportCommand.self,
      CalendarCommand.self, CarrierCommand.self, ReadersCommand.self, ProfilesCommand.self,
