import Card

/// What must be so before a file may be used (ETSI TS 102 221 §9.2, §9.5).
enum AccessCondition: Hashable, Sendable {
  /// ALW.
  case always
  /// PIN1 verified, or disabled.
  case pin1
  /// ADM1 verified.
  case administrator
  /// NEV.
  case never
}

/// Who may read and who may change a file.
struct AccessRule: Hashable, Sendable {
  var read: AccessCondition
  var update: AccessCondition

  /// Read by anybody, changed by the card's issuer: EF.ICCID, EF.SPN.
  static let open = AccessRule(read: .always, update: .administrator)
  /// Read by anybody, changed by the subscriber: EF.PL.
  static let preference = AccessRule(read: .always, update: .pin1)
  /// Read by the subscriber, changed by the issuer: EF.IMSI.
  static let issuer = AccessRule(read: .pin1, update: .administrator)
  /// Read and changed by the subscriber and the phone: EF.LOCI, EF.SMS.
  static let subscriber = AccessRule(read: .pin1, update: .pin1)
  /// Read and changed by the issuer.
  static let administrator = AccessRule(read: .administrator, update: .administrator)
  /// Read by nobody.
  static let sealed = AccessRule(read: .never, update: .never)

  /// The records of EF.ARR, in order.
  static let all: [AccessRule] = [
    open, preference, issuer, subscriber, administrator, sealed,
  ]

  /// The number of this rule's record in EF.ARR.
  var recordNumber: UInt8 { UInt8((Self.all.firstIndex(of: self) ?? 0) + 1) }

  /// The record of EF.ARR, in the expanded format (ETSI TS 102 221 §9.2.4).
  var expanded: [UInt8] {
    Self.accessMode(0x01) + read.securityCondition + Self.accessMode(0x02)
      + update.securityCondition + Self.accessMode(0x58)
      + AccessCondition.administrator
      .securityCondition
  }

  /// EF.ARR with every rule, padded to records of one length.
  static var accessRuleRecords: [[UInt8]] {
    let longest = all.map(\.expanded.count).max() ?? 0
    return all.map { padded($0.expanded, to: longest) }
  }

  private static func accessMode(_ mode: UInt8) -> [UInt8] { BERTLV.encode(0x80, [mode]) }
}

extension AccessCondition {
  /// The security condition data object (ETSI TS 102 221 table 9.3).
  fileprivate var securityCondition: [UInt8] {
    switch self {
    case .always: BERTLV.encode(0x90, [])
    case .never: BERTLV.encode(0x97, [])
    case .pin1: Self.userAuthentication(.pin1)
    case .administrator: Self.userAuthentication(.administrator1)
    }
  }

  /// The nibble in a 2G response (3GPP TS 51.011 §9.3).
  var gsmNibble: UInt8 {
    switch self {
    case .always: 0x0
    case .pin1: 0x1
    case .administrator: 0x4
    case .never: 0xF
    }
  }

  private static func userAuthentication(_ key: PIN.Reference) -> [UInt8] {
    BERTLV.encode(
      0xA4, BERTLV.encode(0x83, [key.rawValue]), BERTLV.encode(0x95, [0x08]))
  }
}

/// `bytes` filled up with FF, or cut, to `count`.
func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
  Array((bytes + Array(repeating: 0xFF, count: max(0, count - bytes.count))).prefix(count))
}
