/// What a phone leaves on the card when it registers: where, as whom, and how that went.
///
/// Temporary identities are a person's: a value tells whether there is one, not which.
public protocol RegistrationLayout: FileLayout {
  /// Whether there is a temporary identity: the network had accepted the card.
  var hasIdentity: Bool { get }
  /// Whether the header of one is there: a phone has written the file, whatever it erased. Files
  /// without headers never say so.
  var hasIdentityHeader: Bool { get }
  /// The network of the last area.
  var plmn: PLMN? { get }
  /// What the area code says besides where.
  var area: AreaState { get }
  /// How the last try went.
  var status: UpdateStatus { get }
  /// Whether the file is as it left the factory: no identity, no area, not updated. The network may
  /// be the home network even then.
  var isFactoryShaped: Bool { get }
}

extension RegistrationLayout {
  /// Whether the header of a temporary identity is there: not in files without headers.
  public var hasIdentityHeader: Bool { false }

  /// Whether the file is as it left the factory.
  public var isFactoryShaped: Bool {
    !hasIdentity && area == .unused && status == .notUpdated
  }
}

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

/// What an area code says besides where.
public enum AreaState: String, Hashable, Sendable, Encodable {
  /// It names an area.
  case valid
  /// None: all bits 0, as cards leave the factory, or blank. Phones take it for deleted.
  case unused
  /// A phone deleted it: all bits 1 but the last (3GPP TS 24.008 §10.5.1.3, TS 24.501 §9.11.3.8).
  case deleted

  /// The state of a code of `byteCount` bytes.
  init(code: UInt32, byteCount: Int) {
    let blank = UInt32(truncatingIfNeeded: (UInt64(1) << (8 * byteCount)) - 1)
    self = code == 0 || code == blank ? .unused : code == blank - 1 ? .deleted : .valid
  }
}

/// A GUTI as it stands in a file: a header, then network, core network node and temporary identity
/// (3GPP TS 24.301 §9.9.3.12, TS 24.501 §9.11.3.4). Only what names no person is kept.
struct GloballyUniqueIdentity {
  /// Whether the header is that of a GUTI: phones write it, and leave it when they erase the rest.
  var hasHeader: Bool
  /// Whether there is a temporary identity behind it.
  var hasIdentity: Bool
  /// The network that gave it.
  var plmn: PLMN?

  /// Consumes a GUTI.
  ///
  /// - Parameters:
  ///   - header: What it begins with: its length and its type.
  ///   - node: How many bytes name the node.
  init(
    parsing reader: inout ByteReader, header: [UInt8], node: Int
  ) throws(ParseError) {
    let length = try reader.bytes(header.count - 1)
    let type = try reader.byte()
    hasHeader = length.elementsEqual(header.dropLast()) && type == header.last
    let network = try PLMN.ifAny(parsing: &reader)
    _ = try reader.bytes(node)
    hasIdentity = !(try reader.bytes(4)).isBlank && hasHeader
    plmn = hasIdentity ? network : nil
  }
}
