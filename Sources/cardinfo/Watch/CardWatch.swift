import Card
import CardState
import Dispatch
import FoundationEssentials
import Glibc
import PCSC
import Synchronization
import Words

/// Cards and readers as they come and go. Each card is read on a thread of its reader, so that a slow one
/// keeps nobody waiting; what several threads use stands behind one lock.
final class CardWatch: @unchecked Sendable {
  private let options: WatchCommand
  private let reading: ReadRun
  private let access: (ReaderSelection.Choice) -> any CardAccess
  private let write: ([UInt8]) -> Void
  private let observe: ((WatchEvent, [Problem]) -> Void)?
  private let hasEnded = Atomic<Bool>(false)
  private let reads = DispatchGroup()
  private var threads: [String: DispatchQueue] = [:]
  /// The numbers that readers had.
  private var numbers: [String: Int] = [:]

  private let lock = Mutex<Void>(())
  private let table: CardTable?
  private var failure: (any Error)?
  private var first: ReadDocument?

  /// - Parameters:
  ///   - table: Where a row is added for each new card, if anywhere.
  ///   - access: The way to a card; through PC/SC unless it is said otherwise.
  ///   - observe: Told what happens, in place of its being written.
  ///   - write: Where what happens is written.
  init(
    _ options: WatchCommand, _ table: CardTable?,
    access: ((ReaderSelection.Choice) -> any CardAccess)? = nil,
    observe: ((WatchEvent, [Problem]) -> Void)? = nil,
    write: @escaping ([UInt8]) -> Void = { StandardOutput.write($0) }
  ) {
    self.options = options
    self.table = table
    self.write = write
    self.observe = observe
    self.access = access ?? { ReaderCardAccess($0, waiting: options.wait) }
    reading = ReadRun(
      plan: ReadingPlan(), trace: nil, pin: nil, wanted: [.selectISDR, .eid, .profiles], jobs: 1,
      memory: options.ledger.memory)
  }

  /// Ends the command as the watch ended: with what kept it from going on, or, where the first card is all, as a
  /// read of that card. Nothing is watched any more.
  func end() throws {
    if let failure { throw failure }
    if options.once, let first { try first.end() }
  }

  private var isOver: Bool { Interruption.isRequested || hasEnded.load(ordering: .relaxed) }

  /// Watches until somebody wants it to end, or the first card was read if that is all.
  func run() {
    var isLost = false
    while !isOver {
      do throws(PCSCError) {
        let context = try PCSCContext(Patience(isCancelled: { [self] in isOver }))
        var known = try context.readerStates()
        if !isLost { noteMissing(among: known) }
        if isLost { tell(WatchEvent(.serviceBack)) }
        isLost = false
        take(ReaderChange.changes(from: [], to: known).filter { !$0.isOfReader }, among: known)
        try follow(context, &known)
      } catch {
        guard !isOver else { break }
        if !isLost { tell(WatchEvent(.serviceLost), [error.problem]) }
        isLost = true
        wait(milliseconds: 500)
      }
    }
    // Reads end with the next exchange; what hangs is left behind.
    _ = reads.wait(timeout: .now() + .milliseconds(250))
  }

  private func follow(_ context: PCSCContext, _ known: inout [ReaderState]) throws(PCSCError) {
    var drift = ClockDrift()
    while !isOver {
      let new = try context.waitForChange(
        from: known, timeout: .seconds(1), isCancelled: { isOver })
      if drift.hasJumped() { tell(WatchEvent(.clockSet)) }
      guard let new else { continue }
      take(ReaderChange.changes(from: known, to: new), among: new)
      known = new
    }
  }

  private func wait(milliseconds: Int) {
    for _ in 0..<(milliseconds / 50) where !isOver { usleep(50_000) }
  }

  /// Tells of what happened to readers and cards, and reads the cards that came.
  func take(_ changes: [ReaderChange], among states: [ReaderState]) {
    for change in changes where isWatched(change.state, among: states) {
      if let event = WatchEvent(change) { tell(event) }
      guard case .cardInserted(let state) = change,
        let index = states.firstIndex(where: { $0.name == state.name })
      else { continue }
      let choice = ReaderSelection.Choice(index: index, state: state)
      let access = access(choice)
      thread(of: state.name).async(group: reads) { [self, access = Handed(access)] in
        if !isOver { self.read(access.value) }
      }
    }
  }

  /// A reader that was unplugged has no number any more.
  private func isWatched(_ reader: ReaderState, among states: [ReaderState]) -> Bool {
    guard !options.reader.isEmpty else { return true }
    if options.reader.contains(where: { Int($0) == nil && reader.isCalled($0) }) { return true }
    let index = states.firstIndex { $0.name == reader.name } ?? numbers[reader.name]
    numbers[reader.name] = index
    return options.reader.contains { Int($0) != nil && Int($0) == index }
  }

  /// Says which readers are waited for: a mistake in a name would be waited for without end.
  private func noteMissing(among states: [ReaderState]) {
    for reader in options.reader {
      guard
        !states.enumerated().contains(where: {
          Int(reader).map { [index = $0.offset] in $0 == index } ?? $0.element.isCalled(reader)
        })
      else { continue }
      StandardError.note(
        Words("no reader has the number or the name '\(reader)' yet; it is waited for"))
    }
  }

  /// Waits until every card that came has been read.
  func settle() { reads.wait() }

  private func thread(of reader: String) -> DispatchQueue {
    let known = threads[reader] ?? DispatchQueue(label: "cardinfo.watch.\(reader)")
    threads[reader] = known
    return known
  }

  /// Reads a card, and tells of it.
  func read(_ access: any CardAccess) {
    let outcome = reading.read(access)
    var document = ReadDocument(
      cards: outcome.card.map { [$0] } ?? [], errors: outcome.problems)
    let isTold = lock.withLock { _ in
      // Of several that are there at once, one is the first.
      guard first == nil || !options.once else { return false }
      TrackedCards(options: options.ledger, savesAll: options.save, offers: false).join(&document)
      let reader = access.reader.name
      add(document, isWhole: outcome.problems.isEmpty, from: reader, to: table)
      first = first ?? document
      return true
    }
    guard isTold else { return }
    let shown = options.redact ? document.redacted() : document
    let event = WatchEvent(.cardRead, reader: access.reader.name, card: shown.cards.first)
    tell(event, shown.errors)
    if let command = options.exec {
      do {
        let input = try line(event, shown.errors)
        if let reason = ChildProcess(shell: command).run(reading: input) {
          StandardError.report(
            Problem(
              .commandFailed, Words("the command of --exec failed: \(reason)"),
              nextStep: Words("try it by hand with the output of cardinfo watch --json --once")))
        }
      } catch {
        lock.withLock { _ in attempt { throw error } }
      }
    }
    if options.once { hasEnded.store(true, ordering: .relaxed) }
  }

  /// Adds a card's row. What was not read whole is written when it is: a row stays as it is.
  private func add(
    _ document: ReadDocument, isWhole: Bool, from reader: String, to table: CardTable?
  ) {
    guard let table else { return }
    guard isWhole, let card = document.cards.first else {
      return StandardError.warn(
        Words("\(reader): this card was not read whole, so it is not in the table; insert it again")
      )
    }
    attempt { try table.add(CardRow(card)) }
  }

  private func tell(_ event: WatchEvent, _ errors: [Problem] = []) {
    lock.withLock { _ in
      if let observe { return observe(event, errors) }
      guard options.json else {
        let line = event.line(errors, colour: Terminal.takesColour(STDOUT_FILENO))
        return write(Array((line + "\n").utf8))
      }
      attempt { write(try line(event, errors)) }
    }
  }

  /// Does what has to succeed for the watch to go on; under the lock.
  private func attempt(_ work: () throws -> Void) {
    do { try work() } catch {
      failure = failure ?? error
      hasEnded.store(true, ordering: .relaxed)
    }
  }

  private func line(_ event: WatchEvent, _ errors: [Problem]) throws -> [UInt8] {
    try Document(.watch, event, errors: errors).line()
  }
}

extension ReaderChange {
  /// Whether it tells of a reader and not of a card.
  fileprivate var isOfReader: Bool {
    switch self {
    case .readerAdded, .readerRemoved: true
    case .cardInserted, .cardRemoved: false
    }
  }
}

/// A value that is handed from one thread to another, and used by one at a time.
private struct Handed<Value>: @unchecked Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// Whether the clock on the wall goes another way than time does.
private struct ClockDrift {
  private var wall = Date()
  private var time = ContinuousClock.now

  /// Whether it was set since the last question.
  mutating func hasJumped() -> Bool {
    let (newWall, newTime) = (Date(), ContinuousClock.now)
    let difference = newWall.timeIntervalSince(wall) - (newTime - time) / .seconds(1)
    (wall, time) = (newWall, newTime)
    return abs(difference) > 2
  }
}
