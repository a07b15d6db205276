import Carriers
import Foundation
import Renewal
import Testing

/// The languages that come with the library.
struct ShippedLanguagesTests {
  private static let folder = "Sources/Carriers/Languages/Data"

  @Test func everyFileIsReadStrictly() throws {
    for name in try PackageFiles.names(in: Self.folder) {
      let patterns = try LanguagePatterns(
        reading: PackageFiles.bytes("\(Self.folder)/\(name)"), name: name)
      #expect("\(patterns.language).json" == name)
    }
    _ = try StatementReader.shipped()
  }

  @Test func whatIsShippedReads() throws {
    let day = try #require(CalendarDay("2026-11-20"))
    let reading = try StatementReader.shipped().read(
      "Your top-up of £10.00 was successful. Your balance is £12.35.",
      .init(receivedOn: day, market: "GB"))
    #expect(reading.language == "en")
    #expect(reading.statements.count == 2)
  }
}
