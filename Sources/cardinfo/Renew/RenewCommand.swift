import ArgumentParser
import Words

/// `cardinfo renew`.
struct RenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: Words("Renew a line: how to, how far it is, and whether it took effect."),
    discussion: Words(
      """
      Say the line first: cardinfo renew giffgaff guide. A renewal is planned (start), submitted \
      (paid or sent), then confirmed or failed; verify reads the card again and says which.
      """
    ),
    subcommands: [
      RenewGuide.self, RenewStart.self, RenewSubmitted.self, RenewConfirm.self, RenewFail.self,
      RenewVerify.self,
    ])
}
