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
      Read.self, Lines.self, LineCommand.self, Log.self, Renew.self, CarrierCommand.self,
      Readers.self, Profiles.self,
      Notifications.self, Chip.self, Export.self,
      Decode.self,
      Doctor.self, Virtual.self,
    ],
    defaultSubcommand: Read.self)

  @OptionGroup var language: LanguageOptions

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    Interruption.listen()
    do {
      var command = try parseAsRoot(
        Renew.subcommandFirst(
          Array(CommandLine.arguments.dropFirst()), among: configuration.subcommands))
      try command.run()
    } catch {
      ParserText.exit(error, of: Self.self)
    }
  }
}
