public import CardState
import FoundationEssentials
public import Renewal
public import Words

/// Who sells a removable eUICC: not who made the chip, which the EID tells, and no carrier: there is
/// nothing to renew with them.
public struct EUICCSeller: Equatable, Sendable {
  /// Its name for programs.
  public let id: String
  /// Its brand.
  public let names: LocalText
  /// Whether what matched was seen on some cards and may be others', too.
  public let isWeak: Bool
  /// Where it stands that the card is theirs.
  public let source: Source

  /// The seller of an eUICC, by the name of its ISD-R or the beginning of its EID; nil where neither
  /// is known.
  public init?(of euicc: EUICC) {
    guard let table = SellerTable.shipped else { return nil }
    let found = table.makers.lazy.flatMap { maker in maker.matches.map { (maker, $0) } }
      .first { $1.holds(of: euicc) }
    guard let (maker, match) = found, let source = table.sources[match.source] else { return nil }
    id = maker.id
    names = maker.names
    isWeak = match.weak ?? false
    self.source = source.source(in: .shipped)
  }
}

extension EUICCSeller {
  /// The brand of a seller that is called that; nil where none is.
  public static func names(of text: String) -> LocalText? {
    let seller = SellerTable.shipped?.makers.first { maker in
      let names = [maker.id] + maker.names.all
      // People leave the ending of a site out.
      return (names + names.map { String($0.prefix { $0 != "." }) }).contains {
        $0.isSameText(as: text)
      }
    }
    return seller?.names
  }
}

/// The sellers that are known, `makers.json`.
struct SellerTable: Decodable {
  let sources: [String: WrittenSource]
  let makers: [Maker]

  /// The table, read when it is first asked for. A test reads it.
  static let shipped: SellerTable? = ShippedFile.makers.first.flatMap { $0.table() }

  struct Maker: Decodable {
    let id: String
    let names: LocalText
    let matches: [Match]
  }

  struct Match: Decodable {
    /// The name of the ISD-R, as hexadecimal.
    let isdr: String?
    /// How the EID begins.
    let eid: String?
    let weak: Bool?
    let source: String

    func holds(of euicc: EUICC) -> Bool {
      guard isdr != nil || eid != nil else { return false }
      return isdr.map { $0 == euicc.isdrAID } != false && eid.map(euicc.eid.hasPrefix) != false
    }
  }
}
