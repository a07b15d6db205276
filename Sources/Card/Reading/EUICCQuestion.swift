/// A question to an eUICC that costs exchanges of its own, or bytes (GSMA SGP.22 §5.7).
public enum EUICCQuestion: CaseIterable, Hashable, Sendable {
  /// Its profiles: whose they are, and which is enabled.
  case profiles
  /// With the profiles their icons, which are most of the bytes.
  case icons
  /// With the profiles what says nothing of the line: where they report changes to, data of the server that
  /// they came from, access rules.
  case profileDetails
  /// What it says of itself.
  case information
  /// The servers that it turns to.
  case addresses
  /// Which policy rules profiles may bring.
  case rules
  /// Reports that wait to be sent.
  case notifications
  /// What the maker of the card says of it, where its commands are known.
  case vendor
}

extension Set<EUICCQuestion> {
  /// The data objects of profiles that answer the questions.
  var profileTags: [BERTLV.Tag] {
    ProfileInfo.identifyingTags + (contains(.icons) ? ProfileInfo.iconTags : [])
      + (contains(.profileDetails) ? ProfileInfo.detailTags : [])
  }
}
