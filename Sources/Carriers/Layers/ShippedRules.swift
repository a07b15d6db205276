public import Renewal
import Synchronization

/// The rules that come with the program. One is read when it is asked for: a line has one rule, and
/// there are a hundred times as many.
public final class ShippedRules: RuleLibrary {
  private let read: ShippedReading
  /// Those that were asked for: what comes with the program stays as it is.
  private let known = Mutex<[Rule.ID: Rule?]>([:])

  /// Nothing read yet.
  ///
  /// - Parameter onFlaw: Told of a file that can't be read, whose rules are missing from then on.
  public init(onFlaw: @escaping @Sendable (CarriersError) -> Void = { _ in }) {
    read = ShippedReading(.rules, onFlaw: onFlaw)
  }

  /// The rule of a name.
  public func rule(_ id: Rule.ID) -> Rule? {
    if let rule = known.withLock({ $0[id] }) { return rule }
    let rule = find(id)
    known.withLock { $0[id] = .some(rule) }
    return rule
  }

  private func find(_ id: Rule.ID) -> Rule? {
    let quoted = "\"\(id)\""
    for file in ShippedFile.carriers(holding: quoted) {
      let rules = read(file) { $0.holds(quoted) }.rules
      if let rule = rules.first(where: { $0.id == id }) { return rule }
    }
    return nil
  }

  /// All of them.
  public var rules: [Rule] { ShippedFile.carriers.flatMap { read($0).rules } }

  /// A number that follows from every byte of the files (FNV-1a, by eight bytes).
  public var edition: String { Self.digest }

  private static let digest: String = {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in ShippedFile.carriers {
      let bytes = UnsafeRawBufferPointer(file.bytes)
      for place in stride(from: 0, to: bytes.count - 7, by: 8) {
        let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        hash = (hash ^ eight) &* 0x100_0000_01b3
      }
      for byte in bytes.suffix(bytes.count % 8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }()
}
