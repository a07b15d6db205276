import Dispatch
import Synchronization

/// Work on several things at once.
enum SideBySide {
  /// What comes of each item, in their order; on threads of their own where there are several.
  ///
  /// An item and what comes of it belong to one thread at a time.
  static func map<Item, Value>(
    _ items: [Item], atOnce jobs: Int, _ work: @escaping (Item) -> Value
  ) -> [Value] {
    guard items.count > 1, jobs > 1 else { return items.map(work) }
    let run = Run(items: items, work: work)
    let group = DispatchGroup()
    for number in 1...min(jobs, items.count) {
      // Queues of their own: a shared one has a thread for each processor, and cards are waited for.
      DispatchQueue(label: "cardinfo.job.\(number)").async(group: group) { run.takeAll() }
    }
    group.wait()
    return run.values
  }

  private final class Run<Item, Value>: @unchecked Sendable {
    private let items: [Item]
    private let work: (Item) -> Value
    private let next = Atomic<Int>(0)
    private let done = Mutex<Void>(())
    private var results: [Int: Value] = [:]

    init(items: [Item], work: @escaping (Item) -> Value) {
      self.items = items
      self.work = work
    }

    func takeAll() {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < items.count else { return }
        let value = work(items[index])
        done.withLock { _ in results[index] = value }
      }
    }

    /// All of them, once every thread has ended.
    var values: [Value] { items.indices.compactMap { results[$0] } }
  }
}
