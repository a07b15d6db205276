import Card
import Dispatch
import Glibc
import PCSC
import Synchronization
import Words

/// Work with a card, one piece at a time: other tabs wait or are told so. What takes longer than a person looks
/// at a page goes on by itself, and can be looked at until the program ends.
final class DeskWork: Sendable {
  /// A piece of work.
  struct Job: Sendable {
    let number: Int
    let title: Words
    /// How far it is.
    var step: Words?
    /// Parts of all that are done.
    var loaded: (count: Int, total: Int)?
    /// What came of it; nil while it goes on.
    var end: End?
  }

  /// What came of a piece of work.
  struct End: Sendable {
    /// What was done; nothing where it was not.
    var done: [Words] = []
    /// What went wrong.
    var problems: [Problem] = []
    /// What is to be known besides.
    var notes: [Words] = []
    /// What a server has, in names and values.
    var facts: [(label: Words, value: String)] = []
    /// The line that it is about, as addresses have it.
    var line: String?
    /// What can be agreed to now.
    var offer: Offer?
  }

  /// Something that a person can agree to, once.
  struct Offer: Sendable {
    let mark: Token
    let needsConfirmationCode: Bool
  }

  private struct State {
    var jobs: [Job] = []
    var count = 0
    var version = 0
  }

  private let state = Mutex(State())

  /// Pieces of work that can be looked at: the oldest are forgotten.
  private static let most = 16

  /// Grows with all that happens.
  var version: Int { state.withLock { $0.version } }

  /// The piece of work with a number.
  func job(_ number: Int) -> Job? {
    state.withLock { $0.jobs.first { $0.number == number } }
  }

  /// The one that goes on now.
  var current: Job? { state.withLock { $0.jobs.first { $0.end == nil } } }

  /// Starts a piece of work on a thread of its own.
  ///
  /// - Parameter body: What is done. It may say how far it is.
  /// - Returns: Its number.
  /// - Throws: A ``Problem`` where another one goes on.
  func start(
    _ title: Words, _ body: @escaping (_ report: @escaping Report) throws -> End
  ) throws(Problem) -> Int {
    let number = try begin(title)
    let work = Handed(body)
    DispatchQueue(label: "cardinfo.desk.work").async { [self] in
      let end: End
      do {
        end = try work.body { step, loaded in
          self.change(number) { ($0.step, $0.loaded) = (step, loaded) }
        }
      } catch {
        end = End(problems: [Visit.problem(error)])
      }
      change(number) { $0.end = end }
    }
    return number
  }

  /// How far it is: in words, and in parts of all.
  typealias Report = (_ step: Words, _ loaded: (count: Int, total: Int)?) -> Void

  /// Does something with a card while nothing else is done with one.
  func alone<Value>(_ title: Words, _ body: () throws -> Value) throws -> Value {
    let number = try begin(title)
    defer { forget(number) }
    return try body()
  }

  /// Waits for the end of a piece of work, as long as a person looks at a page that loads.
  func wait(for number: Int, patience: Duration = .seconds(5)) {
    let clock = ContinuousClock()
    let limit = clock.now + patience
    while let job = job(number), job.end == nil, clock.now < limit { usleep(20_000) }
  }

  /// Waits until nothing is done with a card any more.
  func settle(patience: Duration = .seconds(60)) {
    if let current { wait(for: current.number, patience: patience) }
  }

  private func begin(_ title: Words) throws(Problem) -> Int {
    let (number, other) = state.withLock { state -> (Int, Words?) in
      if let other = state.jobs.first(where: { $0.end == nil }) { return (0, other.title) }
      state.count += 1
      state.version += 1
      state.jobs.append(Job(number: state.count, title: title))
      state.jobs = state.jobs.suffix(Self.most)
      return (state.count, nil)
    }
    if let other { throw Self.busy(with: other) }
    return number
  }

  /// Why nothing else can be done with a card now.
  static func busy(with title: Words) -> Problem {
    Problem(
      Problem.Code(rawValue: ChannelError.Code.cardInUse.rawValue),
      Words("the desk works with a card now (\(title)); nothing was changed"),
      nextStep: Words("wait until it is done, and try again"))
  }

  private func change(_ number: Int, _ body: (inout Job) -> Void) {
    state.withLock { state in
      state.version += 1
      if let place = state.jobs.firstIndex(where: { $0.number == number }) {
        body(&state.jobs[place])
      }
    }
  }

  private func forget(_ number: Int) {
    state.withLock { state in state.jobs.removeAll { $0.number == number } }
  }

  /// Handed to the thread that does it.
  private struct Handed: @unchecked Sendable {
    let body: (_ report: @escaping Report) throws -> End

    init(_ body: @escaping (_ report: @escaping Report) throws -> End) { self.body = body }
  }
}
