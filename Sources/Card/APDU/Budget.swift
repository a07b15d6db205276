internal import Words

/// What a card may make a read cost. The longest real files, a card full of messages and a phone book of
/// 250 entries read by a reader that gives 32 bytes at a time, are well below.
public struct ReadingBudget: Hashable, Sendable {
  /// Exchanges, and bytes received.
  public struct Amount: Hashable, Sendable {
    /// Command APDUs.
    public var exchanges: Int
    /// Bytes from the card, status words included.
    public var bytes: Int

    /// An amount.
    public init(exchanges: Int, bytes: Int) {
      self.exchanges = exchanges
      self.bytes = bytes
    }
  }

  /// For one file: more than 254 records of 255 bytes.
  public var file = Amount(exchanges: 600, bytes: 0x1_8000)
  /// For all files of one application, or all that one eUICC says.
  public var application = Amount(exchanges: 2_500, bytes: 0x8_0000)
  /// For all of a read.
  public var run = Amount(exchanges: 4_000, bytes: 0x10_0000)

  /// The usual amounts.
  public init() {}

  /// What an amount is for.
  public enum Part: CaseIterable, Hashable, Sendable {
    /// One file.
    case file
    /// One application, or one eUICC.
    case application
    /// All of a read.
    case run

    /// The code of the error that ends it.
    var code: ChannelError.Code {
      switch self {
      case .file: ChannelError.Code(rawValue: "card.fileTooCostly")
      case .application: ChannelError.Code(rawValue: "card.applicationTooCostly")
      case .run: ChannelError.Code(rawValue: "card.tooCostly")
      }
    }
  }
}

extension ReadingBudget.Amount {
  static func + (left: Self, right: Self) -> Self {
    Self(exchanges: left.exchanges + right.exchanges, bytes: left.bytes + right.bytes)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(exchanges: left.exchanges - right.exchanges, bytes: left.bytes - right.bytes)
  }

  /// Whether nothing is left of it.
  var isSpent: Bool { exchanges <= 0 || bytes <= 0 }

  /// The amount in words.
  var words: Words { Words("\(exchanges) exchanges or \(bytes / 1024) KB") }
}

extension ChannelError {
  /// A part of a read has used up what it may cost.
  static func tooCostly(_ part: ReadingBudget.Part) -> ChannelError {
    let message =
      switch part {
      case .file: Words("the card has no end of giving a file")
      case .application: Words("the card has no end of giving what one of its applications holds")
      case .run: Words("the card has no end of giving what it holds")
      }
    return ChannelError(
      part.code, message,
      hint: Words("what was read until then is shown; the card is faulty, or means harm"))
  }

  /// The part of a read that has used up what it may cost; nil for any other error.
  var spentPart: ReadingBudget.Part? {
    ReadingBudget.Part.allCases.first { $0.code == code }
  }
}
