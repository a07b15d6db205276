import Renewal
import Words

/// A list of carriers in Android's text form: `carrier_list.textpb` of its TelephonyProvider.
///
/// It says how to recognise carriers, and nothing else. What a card can't show (access rules, access
/// points, the network's name on air) can't be matched, so entries that need it are left out.
enum AndroidCarrierList {
  /// The largest list that is read; today's has a third of a megabyte.
  static let largest = 8 << 20

  /// The carriers in a list.
  ///
  /// - Parameter date: the day that the list is from.
  static func carriers(
    in text: [UInt8], from date: CalendarDay?
  ) throws(CarriersError) -> [Carrier] {
    var reader = TextFormatReader(text)
    let root = try reader.readAll()
    guard let date, root.messages["carrier_id"] != nil else {
      throw reader.error(Words("\"carrier_id\" is expected"))
    }
    let source = Source(
      title: "Android carrier_list.textpb",
      url: "https://android.googlesource.com/platform/packages/providers/TelephonyProvider",
      date: date, quality: .userReport, layer: .android)
    var carriers: [Carrier] = []
    for entry in root.messages["carrier_id"] ?? [] {
      if let carrier = try carrier(entry, source, reader) { carriers.append(carrier) }
    }
    return carriers
  }

  private static func carrier(
    _ entry: TextFormatReader.Message, _ source: Source, _ reader: TextFormatReader
  ) throws(CarriersError) -> Carrier? {
    guard let number = entry.values["canonical_id"]?.first,
      let name = entry.values["carrier_name"]?.first, !name.isEmpty
    else { return nil }
    var carrier = Carrier(id: "android-\(number)", names: LocalText(name))
    carrier.kind = entry.values["parent_canonical_id"] == nil ? nil : .virtual
    for attribute in entry.messages["carrier_attribute"] ?? [] {
      guard attribute.values.keys.allSatisfy(fields.keys.contains) else { continue }
      carrier.matches += try matches(attribute, source, reader)
    }
    let countries = carrier.matches.lazy.compactMap(\.plmn)
      .flatMap { Country.countries(mcc: $0).prefix(1) }
    carrier.country = countries.first?.code
    return carrier
  }

  /// What can be matched, by the list's names.
  private static let fields: [String: any WritableKeyPath<Match, String?> & Sendable] = [
    "mccmnc_tuple": \.plmn, "imsi_prefix_xpattern": \.imsiPrefix, "iccid_prefix": \.iccidPrefix,
    "gid1": \.gid1, "gid2": \.gid2, "spn": \.spn,
  ]

  /// An attribute lists alternatives for each field: any of them will do, so each combination is a
  /// match by itself.
  private static func matches(
    _ attribute: TextFormatReader.Message, _ source: Source, _ reader: TextFormatReader
  ) throws(CarriersError) -> [Match] {
    var matches = [Match(source: source)]
    for (field, values) in attribute.values.sorted(by: { $0.key < $1.key }) {
      guard let path = fields[field] else { continue }
      guard matches.count * values.count <= 10_000 else {
        throw reader.error(Words("too many combinations in \"\(field)\""))
      }
      matches = matches.flatMap { match in
        values.map { value in
          var match = match
          match[keyPath: path] = value
          return match
        }
      }
    }
    return attribute.values.isEmpty ? [] : matches
  }
}
