import Card
import Foundation
import PCSC
import Testing

@Suite struct PCSCErrorTests {
  @Test("every known code has a name, a stable word, a sentence and a next step")
  func table() {
    #expect(PCSCError.known.count == 59)
    for error in PCSCError.known {
      #expect(error.name?.wholeMatch(of: /SCARD_[EFPW](_[A-Z]+)+/) != nil, "\(error)")
      #expect(error.code.rawValue.wholeMatch(of: /[a-z]+\.[a-z][A-Za-z]+/) != nil, "\(error)")
      for sentence in ["\(error.message)", "\(error.hint)"] {
        #expect(!sentence.isEmpty && !sentence.hasSuffix("."), "\(error)")
        #expect(sentence.first?.isLowercase == true, "\(error)")
      }
    }
  }

  @Test("no two known codes have one name")
  func names() {
    #expect(Set(PCSCError.known.map(\.name)).count == PCSCError.known.count)
  }

  @Test("the table has every code of PC/SC Lite's header", .enabled(if: header != nil))
  func complete() throws {
    let text = try #require(Self.header)
    let definitions = text.matches(
      of: /(?m)^#define\s+(SCARD_[EFPW]_\w+)\s+\(\(LONG\)0x([0-9A-F]{8})\)/)
    #expect(definitions.count > 50)
    let names = Dictionary(
      definitions.compactMap { match in
        UInt32(match.output.2, radix: 16).map { ($0, [String(match.output.1)]) }
      }, uniquingKeysWith: +)
    for (code, names) in names {
      let name = try #require(PCSCError(rawValue: code).name, "\(names)")
      #expect(names.contains(name))
    }
  }

  @Test("an unknown code survives and explains itself")
  func unknown() {
    let error = PCSCError(rawValue: 0x8010_0999)
    #expect(error.rawValue == 0x8010_0999)
    #expect(error.name == nil)
    #expect(error.code == .pcscError)
    #expect(error.description == "PC/SC failed with the unknown code 80100999")
    #expect(!"\(error.hint)".isEmpty)
  }

  @Test(
    "what people meet most has the code they look for",
    arguments: [
      (PCSCError.noService, "pcsc.notRunning"), (.serviceStopped, "pcsc.notRunning"),
      (.securityViolation, "pcsc.accessDenied"), (.noAccess, "pcsc.accessDenied"),
      (.noReadersAvailable, "reader.none"), (.unknownReader, "reader.unknown"),
      (.readerUnavailable, "reader.unavailable"), (.noSmartcard, "card.absent"),
      (.unresponsiveCard, "card.mute"), (.sharingViolation, "card.inUse"),
      (.removedCard, "card.removed"), (.resetCard, "card.reset"),
      (.protocolMismatch, "card.protocolMismatch"), (.unsupportedCard, "card.unsupported"),
      (.unpoweredCard, "card.unpowered"), (.timeout, "pcsc.timeout"),
      (.internalError, "pcsc.error"),
    ])
  func codes(error: PCSCError, code: String) {
    #expect(error.code.rawValue == code)
    #expect(ChannelError(error).code.rawValue == code)
  }

  @Test("a reset, a removal, an interruption become the errors that every channel throws for them")
  func conversion() {
    #expect(ChannelError(.cancelled) == .interrupted)
    #expect(ChannelError(.resetCard) == .cardReset)
    #expect(ChannelError(.removedCard) == .cardRemoved)
    #expect(
      ChannelError(.noSmartcard)
        == ChannelError(
          .cardAbsent, PCSCError.noSmartcard.message, hint: PCSCError.noSmartcard.hint))
  }

  @Test("the description names the code")
  func description() {
    #expect(
      PCSCError.noSmartcard.description
        == "no card is in the reader (SCARD_E_NO_SMARTCARD, 8010000C)")
  }

  static let header = try? String(contentsOfFile: "/usr/include/PCSC/pcsclite.h", encoding: .utf8)
}
