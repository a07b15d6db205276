import Card
import CardState
import Foundation
import HTTPS
import Provisioning
import Testing
import VirtualCard

@testable import cardinfo

/// What a download costs on the card's side: no exchange that is not needed.
struct DownloadCostTests {
  @Test(arguments: [TransmissionProtocol.t0, .t1], [255, 120])
  func noMoreExchangesThanAreNeeded(kind: TransmissionProtocol, longestBlock: Int) throws {
    let servers = try TestServers(order: ["size": 20_000, "icon": 900])
    let card = try FaultyCard("blank-euicc") {
      $0.transmissionProtocol = kind
      if longestBlock < 255 { $0.euicc.longestBlock = longestBlock }
    }
    let (snapshot, euicc) = try card.euicc()
    let target = ChangeRun.Target(access: card, card: snapshot, euicc: euicc)
    let transport = try FaultyTransport(servers, Person())
    let download = DownloadRun(
      try ActivationCode(servers.activationCode), for: .reader, on: target, through: transport,
      block: StoreData.longestBlock, trace: nil,
      journals: DownloadJournals(in: try Scratch().path("data")))
    let outcome = download.perform(
      decide: { _ in .install(confirmationCode: nil) }, accepts: { _ in true })
    guard case .installed = outcome.end else {
      Issue.record("\(outcome.end)")
      return
    }

    // The requests as the card took them together, and the bytes that it answered.
    let blocks = card.log.filter { $0.command.dropFirst().first == 0xE2 }
    #expect(blocks.allSatisfy { Int($0.command.dropFirst(4).first ?? 0) <= 255 })
    var requests: [[UInt8]] = []
    for block in blocks where !block.answer.starts(with: [0x66, 0x01]) {
      let data = block.command.dropFirst(5).prefix(Int(block.command.dropFirst(4).first ?? 0))
      if block.command.dropFirst(3).first == 0 { requests.append([]) }
      requests[requests.count - 1] += data
    }
    let package = try #require(try Package(transport.answers["getBoundProfilePackage"]))
    #expect(Array(requests.suffix(package.segments.count)) == package.segments)
    let needed = requests.reduce(0) { $0 + Self.blocks($1.count, of: longestBlock) }
    // What is more than a card can give at once is fetched.
    let fetched = card.log.filter { $0.command.dropFirst().first == 0xC0 }.reduce(0) {
      $0 + Self.blocks($1.answer.count - 2, of: 256)
    }
    let refused = longestBlock < 255 ? 1 : 0
    #expect(card.exchanges <= needed + fetched + refused + 2)
    // The loading alone, with what fetches its result.
    let loading = card.steps.filter { $0.hasPrefix("LoadBoundProfilePackage") }.count
    let segments = package.segments.reduce(0) { $0 + Self.blocks($1.count, of: longestBlock) }
    #expect(loading <= segments + 2)
  }

  private static func blocks(_ count: Int, of size: Int) -> Int {
    max(1, (count + size - 1) / size)
  }

  /// A package as its server sent it, cut by the book (SGP.22 §2.5.5).
  private struct Package {
    var segments: [[UInt8]] = []

    init?(_ answer: HTTPSAnswer?) throws {
      struct Body: Decodable { var boundProfilePackage: Data }
      guard let answer else { return nil }
      let body = try JSONDecoder().decode(Body.self, from: Data(answer.body))
      var reader = ByteReader(Array(body.boundProfilePackage))
      let whole = try BERTLV(parsing: &reader)
      for object in try whole.children() {
        switch object.tag {
        case 0xBF23:
          segments.append(
            Array(body.boundProfilePackage.prefix(whole.verbatim.count - whole.value.count))
              + object.verbatim)
        case 0xA1, 0xA3:
          segments.append(Array(object.verbatim.dropLast(object.value.count)))
          segments += try object.children().map(\.verbatim)
        default: segments.append(object.verbatim)
        }
      }
    }
  }
}

extension BERTLV {
  fileprivate var verbatim: [UInt8] { BERTLV.encode(tag, Array(value)) }
}
