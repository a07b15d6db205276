import Carriers
import Foundation
import Renewal
import Testing

/// The languages that come with the library.
struct ShippedLanguagesTests {
  private static let folder = "Sources/Carriers/Languages/Data"

  @Test func everyFileIsShippedAndReadStrictly() throws {
    let list = String(
      decoding: try PackageFiles.bytes("Sources/Carriers/Languages/ShippedLanguages.swift"),
      as: UTF8.self)
    for name in try PackageFiles.names(in: Self.folder) {
      #expect(list.contains("\"\(name)\""), "ShippedLanguages lacks \(name)")
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
