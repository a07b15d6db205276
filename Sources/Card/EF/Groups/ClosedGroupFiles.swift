/// Files of closed subscriber groups (CSG): cells, such as those at home, that not everybody may use;
/// the subscriber's own lists first, then the operator's.
enum ClosedGroupFiles {
  /// Declares them.
  static func declare(_ file: inout FileList) {
    file(
      "EF.ACSGL", ClosedGroupLists.self, in: .homeNodeB, 0x4F81, sfi: 0x01, .linearFixed,
      "3GPP TS 31.102 §4.4.6.2", services: [86])
    file(
      "EF.CSGT", ClosedGroupType.self, in: .homeNodeB, 0x4F82, sfi: 0x02, .linearFixed,
      "3GPP TS 31.102 §4.4.6.3", services: [86])
    file(
      "EF.HNBN", HomeNodeBName.self, in: .homeNodeB, 0x4F83, sfi: 0x03, .linearFixed,
      "3GPP TS 31.102 §4.4.6.4", services: [86])
    file(
      "EF.OCSGL", ClosedGroupLists.self, in: .homeNodeB, 0x4F84, sfi: 0x04, .linearFixed,
      "3GPP TS 31.102 §4.4.6.5", services: [90])
    file(
      "EF.OCSGT", ClosedGroupType.self, in: .homeNodeB, 0x4F85, sfi: 0x05, .linearFixed,
      "3GPP TS 31.102 §4.4.6.6", services: [90])
    file(
      "EF.OHNBN", HomeNodeBName.self, in: .homeNodeB, 0x4F86, sfi: 0x06, .linearFixed,
      "3GPP TS 31.102 §4.4.6.7", services: [90])
  }
}

/// EF.ACSGL and EF.OCSGL: groups whose cells may be used, by network: `A0 {80 network, 81 type record,
/// name record and identifier, 82 whether others are shown}` (3GPP TS 31.102 §4.4.6.2, §4.4.6.5).
public struct ClosedGroupLists: FileLayout {
  /// The lists in the record.
  public var lists: [List]

  /// The groups of one network.
  public struct List: Hashable, Sendable, Encodable {
    /// The network; nil where it is blank.
    public var plmn: PLMN?
    /// The groups.
    public var groups: [Group]
    /// Whether phones offer only the groups that the card lists; nil where the list does not say.
    public var showsOnlyListed: Bool?
  }

  /// A group.
  public struct Group: Hashable, Sendable, Encodable {
    /// Its identifier: the first 27 bits of 4 bytes (3GPP TS 23.003 §4.7).
    public var identifier: UInt32
    /// The record of EF.CSGT or EF.OCSGT that says what it is; nil where that comes from elsewhere.
    public var typeRecord: UInt8?
    /// The record of EF.HNBN or EF.OHNBN with its name; nil where that comes from elsewhere.
    public var nameRecord: UInt8?

    fileprivate init(parsing reader: inout ByteReader) throws(ParseError) {
      let (type, name) = (try reader.byte(), try reader.byte())
      typeRecord = type == 0 ? nil : type
      nameRecord = name == 0 ? nil : name
      identifier = UInt32(try reader.unsigned(4)) >> 5
    }
  }

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    lists = []
    for object in try BERTLV.sequence(parsing: reader) where object.tag == 0xA0 {
      var list = List(groups: [])
      for part in try object.children() {
        var value = part.reader
        switch part.tag {
        case 0x80: list.plmn = try PLMN.ifAny(parsing: &value)
        case 0x81: list.groups.append(try Group(parsing: &value))
        case 0x82: list.showsOnlyListed = try value.byte() & 0x01 != 0
        default: break
        }
      }
      lists.append(list)
    }
  }
}

/// EF.CSGT and EF.OCSGT: what a group is, one to a record: `89` text, `80` the address of an icon, `81`
/// a record of EF.IMG (3GPP TS 31.102 §4.4.6.3, §4.4.6.6).
public struct ClosedGroupType: FileLayout {
  /// In words.
  public var text: String?
  /// Where an icon for it is.
  public var uri: String?
  /// The record of EF.IMG with an icon for it.
  public var imageRecord: UInt8?

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let objects = try BERTLV.sequence(parsing: reader)
    text = objects.first(0x89).map { AlphaIdentifier.text($0.value) }
    uri = objects.first(0x80)?.text
    imageRecord = objects.first(0x81)?.value.first
  }
}

/// EF.HNBN and EF.OHNBN: names of home cells, one to a record: `80` name (3GPP TS 31.102 §4.4.6.4,
/// §4.4.6.7).
public struct HomeNodeBName: FileLayout {
  /// The name.
  public var name: String

  /// Understands one record.
  public init(parsing reader: inout ByteReader) throws(ParseError) {
    let object = try BERTLV(parsing: &reader)
    guard object.tag == 0x80 else { throw ParseError(.unexpectedTag(object.tag), at: 0) }
    name = AlphaIdentifier.text(object.value)
  }
}
