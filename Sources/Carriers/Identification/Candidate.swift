public import Renewal

/// A carrier that a card may be of, and why.
public struct Candidate: Equatable, Sendable {
  /// The carrier.
  public let carrier: Carrier
  /// How much speaks for it: the weights of what matched, added up.
  public let score: Int
  /// What matched, the weightiest first.
  public let why: [Reason]

  init(carrier: Carrier, score: Int, why: [Reason]) {
    self.carrier = carrier
    self.score = score
    self.why = why
  }

  /// A carrier that was asked for by its name.
  public init(_ carrier: Carrier) { self.init(carrier: carrier, score: 0, why: []) }

  /// One thing that matched.
  public struct Reason: Hashable, Sendable, Encodable {
    /// What it is.
    public let attribute: Attribute
    /// Where it stands that it is this carrier's.
    public let source: Source
  }

  /// What a card and a carrier can have in common.
  public enum Attribute: String, Vocabulary {
    /// The service provider's name in a profile's metadata.
    case provider
    /// How that name begins.
    case providerPrefix
    /// MCC and MNC.
    case plmn
    /// How the IMSI begins.
    case imsiPrefix
    /// How the ICCID begins.
    case iccidPrefix
    /// Group identifier level 1.
    case gid1
    /// Group identifier level 2.
    case gid2
    /// The service provider's name in EF.SPN.
    case spn
    /// The SM-DP+ that a profile reports to. Many sell eSIMs from one such server.
    case smdp
    /// One of the carrier's names, in EF.SPN or in a profile's metadata.
    case name
    /// Who gave out the card, by ITU-T E.118: that is often the host of a virtual operator.
    case issuer

    /// How much it says. The order and the distances are those of Android's CarrierResolver, which
    /// knows neither a profile's provider nor names.
    var weight: Int {
      switch self {
      case .provider: 1024
      case .providerPrefix: 512
      case .plmn: 256
      case .imsiPrefix: 128
      case .iccidPrefix: 64
      case .gid1: 32
      case .gid2: 16
      case .smdp: 8
      case .spn: 2
      case .name: 1
      case .issuer: 0
      }
    }
  }
}

extension Candidate: Encodable {}
