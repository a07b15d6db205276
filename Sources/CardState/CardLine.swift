/// What the ledger knows of one line on a card: the card's own subscription, or a profile's.
public struct CardLine: Codable, Equatable, Sendable {
  /// The ICCID of the card or profile.
  public var iccid: String
  /// Whether the ledger keeps it. Where it does not, the rest is absent.
  public var isTracked: Bool
  /// What its owner calls it.
  public var name: String?
  /// Where it stands, such as `active` or `suspended`.
  public var state: String?
  /// How much of a worry it is: `ok`, `warning`, `critical` or `unknown`.
  public var severity: String?
  /// How sure the state is.
  public var confidence: String?
  /// The last day before it gets worse, as `YYYY-MM-DD`.
  public var dueOn: String?
  /// Days from today to that day.
  public var daysLeft: Int?
  /// Why, the weightiest first, as in `lines.schema.json`.
  public var reasons: [JSONValue]?
  /// What to do, the most urgent first, as in `lines.schema.json`.
  public var next: [JSONValue]?
  /// What would have to be known to say more, as in `lines.schema.json`.
  public var missing: [JSONValue]?

  /// A line that the ledger does not keep.
  public init(iccid: String) {
    self.iccid = iccid
    isTracked = false
  }

  private enum CodingKeys: String, CodingKey {
    case iccid
    case isTracked = "tracked"
    case name, state, severity, confidence, dueOn, daysLeft, reasons, next, missing
  }
}
