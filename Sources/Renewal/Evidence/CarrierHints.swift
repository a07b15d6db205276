/// What is known of a line's carrier that helps to read its card and its messages.
public struct CarrierHints: Equatable, Sendable {
  /// Networks that host the line although they are not its home, as travellers' eSIMs have them; MCC
  /// and MNC.
  public var hosts: Set<String>
  /// In which order the carrier writes the numbers of a date, where that is known.
  public var dateOrder: DateOrder?
  /// What the carrier bills in, where that is known.
  public var currency: Currency?

  /// Nothing known, unless said.
  public init(hosts: Set<String> = [], dateOrder: DateOrder? = nil, currency: Currency? = nil) {
    self.hosts = hosts
    self.dateOrder = dateOrder
    self.currency = currency
  }
}
