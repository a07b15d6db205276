import Foundation
import Testing

/// Code that reads can't reach what changes a card.
struct ChangingTests {
  private static let changing = [
    "ChangingChannel", "EUICCChanger", "EUICCChange", "EUICCProvisioner",
  ]
  /// Where a change is described, made and asked for.
  private static let places = [
    "Sources/Card/Changing/", "Sources/cardinfo/Change/", "Sources/cardinfo/Profiles/",
    "Sources/cardinfo/Notifications/RemoveNotification.swift",
    "Sources/cardinfo/LPAC/LPACChanges.swift",
    // What servers and eUICCs do to each other.
    "Sources/Provisioning/Download/", "Sources/Provisioning/Discovery/",
    "Sources/Provisioning/Notifications/", "Sources/cardinfo/Download/",
    "Sources/cardinfo/Servers/",
  ]

  @Test func onlyChangingCodeNamesWhatChanges() throws {
    for file in try Repository.files(under: "Sources", ending: ".swift")
    where !Self.places.contains(where: file.hasPrefix) {
      let code = try Repository.text(of: file).split(separator: "\n")
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
      for name in Self.changing { #expect(!code.contains(name), "\(file) names \(name)") }
    }
  }

  @Test func onlyTheChangerAndTheProvisionerMakeAChangingChannel() throws {
    for file in try Repository.files(under: "Sources", ending: ".swift")
    where !["EUICCChanger.swift", "EUICCProvisioner.swift"].contains(where: file.hasSuffix) {
      #expect(try !Repository.text(of: file).contains("ChangingChannel("), "\(file)")
    }
  }
}
