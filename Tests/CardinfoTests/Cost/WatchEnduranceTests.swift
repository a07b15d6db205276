import ArgumentParser
import Card
import CardState
import Foundation
import PCSC
import Synchronization
import Testing
import VirtualCard

@testable import cardinfo

/// A watch that has seen many cards holds no more than one that has seen few.
///
/// `CARDINFO_ENDURANCE` has it see more: 10000 insertions take some minutes.
@Suite(.serialized)
struct WatchEnduranceTests {
  private static let insertions =
    ProcessInfo.processInfo.environment["CARDINFO_ENDURANCE"].flatMap { Int($0) } ?? 320
  private static let readers = 16

  @Test func manyInsertionsLeaveNothingBehind() throws {
    let scratch = try Scratch()
    let written = Atomic<Int>(0)
    let options = try WatchCommand.parse(["--json", "--ledger", scratch.path("ledger")])
    let cards = ["plain-sim", "travel-euicc", "gsm-2g", "china-mobile"].compactMap(NamedCard.named)
    let watch = CardWatch(
      options, try CardTable(scratch.path("table.csv")),
      access: { VirtualCardAccess(cards[$0.index % cards.count], index: $0.index) },
      write: { _ in written.add(1, ordering: .relaxed) })

    // What is made once for all, rules and tables, is there after a few.
    var seen = 0
    seen += insert(Self.readers * 4, watch)
    let before = Usage()
    seen += insert(Self.insertions, watch)
    let after = Usage()

    #expect(written.load(ordering: .relaxed) == 2 * seen)
    #expect(after.descriptors <= before.descriptors + 2, "\(before) \(after)")
    // Queues have threads of their own for a while.
    #expect(after.threads <= before.threads + Self.readers, "\(before) \(after)")
    #expect(after.kilobytes - before.kilobytes < 8 * 1024, "\(before) \(after)")
    print("\(Self.insertions) insertions: \(before) -> \(after)")
    // Four cards, however often they come.
    let rows = try scratch.text("table.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == 1 + cards.count)
  }

  /// Cards come into all readers, and go.
  private func insert(_ count: Int, _ watch: CardWatch) -> Int {
    let states = (0..<Self.readers).map { ReaderState(named: "reader \($0)") }
    for _ in 0..<(count / Self.readers) {
      watch.take(states.map(ReaderChange.cardInserted), among: states)
      watch.settle()
      watch.take(states.map(ReaderChange.cardRemoved), among: states)
    }
    return count / Self.readers * Self.readers
  }
}

/// What this process holds.
struct Usage: CustomStringConvertible {
  let kilobytes: Int
  let threads: Int
  let descriptors: Int

  init() {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    func number(_ name: String) -> Int {
      status.split(separator: "\n").first { $0.hasPrefix(name) }?
        .split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
    }
    kilobytes = number("VmRSS:")
    threads = number("Threads:")
    descriptors =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count ?? 0
  }

  var description: String { "\(kilobytes) KB, \(threads) threads, \(descriptors) handles" }
}
