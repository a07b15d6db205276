import Foundation
import Testing

/// The imports that Docs/architecture.md allows. The compiler checks that what is imported is
/// declared; this checks that it may be.
struct ImportTests {
  private static let toolchain: Set = [
    "Dispatch", "Glibc", "Synchronization", "FoundationEssentials",
  ]

  private static let allowed: [String: Set<String>] = [
    "Words": ["CLanguages", "Synchronization"],
    "CardState": ["FoundationEssentials", "Words"],
    "Card": ["CardState", "Words"],
    "PCSC": ["CPCSC", "Card", "Dispatch", "Synchronization", "Words"],
    "Renewal": ["CardState", "FoundationEssentials", "FoundationInternationalization", "Words"],
    "Carriers": [
      "CCarriers", "CExpat", "CardState", "Dispatch", "FoundationEssentials",
      "FoundationInternationalization", "Glibc", "Renewal", "Synchronization", "Words",
    ],
    "Ledger": [
      "CardState", "Dispatch", "FoundationEssentials", "GRDB", "Glibc", "Renewal",
      "Synchronization",
      "Words",
    ],
    "HTTPS": ["CCurl", "Glibc", "Words"],
    "Provisioning": [
      "Card", "CardState", "Crypto", "FoundationEssentials", "HTTPS", "Words",
    ],
    "VirtualCard": ["Card", "CardState", "Crypto", "Glibc", "Words"],
    "cardinfo": toolchain.union([
      "ArgumentParser", "CHTTPD", "CIcal", "CQREncode", "Card", "CardState", "Carriers", "Crypto",
      "HTTPS", "Ledger",
      "PCSC",
      "Provisioning", "Renewal", "VirtualCard", "Words",
    ]),
  ]

  @Test(arguments: allowed.keys.sorted())
  func targetsImportWhatTheyMay(target: String) throws {
    for file in try Repository.files(under: "Sources/\(target)", ending: ".swift") {
      for module in try Repository.imports(of: file) {
        #expect(Self.allowed[target]?.contains(module) == true, "\(file) imports \(module)")
      }
    }
  }

  @Test func everyTargetIsListed() throws {
    let targets = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "Sources").path())
    #expect(
      Set(targets)
        == Set(Self.allowed.keys).union([
          "CCarriers", "CCurl", "CExpat", "CHTTPD", "CIcal", "CLanguages", "CPCSC", "CPCSCLite",
          "CQREncode",
        ])
    )
  }
}
