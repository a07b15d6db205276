import Card
import CardState

extension BoundProfilePackage {
  /// Whether the package has the profile that its server has described, as far as can be seen: what
  /// StoreMetadata says stands in it with a MAC and not encrypted (SGP.22 §2.5.4, §5.5.3). What can't be
  /// made out is for the eUICC to judge.
  func isAnnounced(by profile: Profile) -> Bool {
    var metadata: [UInt8] = []
    for segment in segments where segment.first == 0x88 {
      var reader = ByteReader(Array(segment))
      guard let object = try? BERTLV(parsing: &reader) else { return true }
      metadata += object.value.dropLast(Self.codeSize)
    }
    guard let stored = try? ProfileInfo.decode(metadata: metadata) else { return true }
    return stored.iccid == profile.iccid && stored.name == profile.name
      && stored.serviceProvider == profile.serviceProvider && stored.class == profile.class
      && stored.policyRules == profile.policyRules
  }

  /// Bytes of a MAC.
  private static let codeSize = 8
}
