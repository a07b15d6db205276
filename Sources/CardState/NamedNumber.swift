/// A number on a card, with the name that stands beside it.
public struct NamedNumber: Codable, Equatable, Sendable {
  /// What the card calls it, such as "Customer care".
  public var name: String?
  /// The number, with a plus where it is international.
  public var number: String
  /// The file it stands in, such as `EF.SDN`.
  public var source: String
  /// When the call was, for one that a phone noted: RFC 3339, without a zone where none was known.
  public var calledAt: String?
  /// How long that call was, in seconds.
  public var seconds: Int?

  /// Names a number.
  public init(name: String?, number: String, source: String) {
    self.name = name
    self.number = number
    self.source = source
  }
}
