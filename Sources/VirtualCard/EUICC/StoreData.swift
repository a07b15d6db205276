import Card

/// The blocks of one STORE DATA request (GlobalPlatform Card Specification §11.11, SGP.22 §5.7.2).
struct StoreDataBlocks {
  private var data: [UInt8] = []
  private var next = 0

  enum Progress: Hashable {
    case incomplete
    case complete([UInt8])
    case outOfOrder
  }

  /// Adds a block. P2 numbers it; bit 8 of P1 says that it is the last.
  mutating func add(_ command: Command) -> Progress {
    guard Int(command.p2) == next else {
      self = StoreDataBlocks()
      return .outOfOrder
    }
    data += command.data
    next += 1
    guard command.p1 & 0x80 != 0 else { return .incomplete }
    defer { self = StoreDataBlocks() }
    return .complete(data)
  }
}

/// Why a function ends with a status word instead of an answer.
struct FunctionRefusal: Error {
  var status: StatusWord

  /// The request makes no sense.
  static let wrongData = FunctionRefusal(status: 0x6A80)
  /// Not now.
  static let conditionsNotSatisfied = FunctionRefusal(status: 0x6985)
  /// No precise diagnosis.
  static let technicalProblem = FunctionRefusal(status: 0x6F00)
  /// There is no such function.
  static let unknownFunction = FunctionRefusal(status: 0x6A88)
}
