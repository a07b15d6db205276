/// What a phone noted last about registering a card in a network.
public enum UpdateStatus: String, Hashable, Sendable, Encodable {
  /// The network accepted it.
  case updated
  /// It did not come to an answer, or the card is new.
  case notUpdated
  /// The network or the home network refused the card. EF.LOCI, EF.PSLOCI.
  case plmnNotAllowed
  /// The network refused it in that area. EF.LOCI.
  case locationAreaNotAllowed
  /// The network refused it in that area. EF.PSLOCI.
  case routingAreaNotAllowed
  /// The network or the home network refused the card, or roaming there. EF.EPSLOCI and those of
  /// 5G, which have no other word for a refusal.
  case roamingNotAllowed
  /// A code that the specification keeps free.
  case reserved

  /// A network's "no".
  public var isRefusal: Bool {
    switch self {
    case .plmnNotAllowed, .locationAreaNotAllowed, .routingAreaNotAllowed, .roamingNotAllowed: true
    case .updated, .notUpdated, .reserved: false
    }
  }

  /// The word for bits 3 to 1 of a status byte.
  ///
  /// - Parameter refusals: What 2 and the codes after it mean in the file.
  init(_ status: UInt8, refusals: UpdateStatus...) {
    let words = [.updated, .notUpdated] + refusals
    self = words.dropFirst(Int(status & 0x07)).first ?? .reserved
  }
}
