import Card

/// One eUICC on a card: an ISD-R with an AID and an EID, and the profiles it manages.
struct SecureElement: Sendable {
  var isdrAID: [UInt8] = ApplicationIdentifier.isdr
  var eid: String
  var profiles: [StoredProfile] = []
  var information = ChipInformation()
  /// The SM-DP+ that a new profile is fetched from unless told otherwise.
  var defaultSMDP: String?
  var rootSMDS = "lpa.ds.gsma.com"
  var notifications: [Notification] = []
  /// The number of the last notification: a counter that no deletion turns back.
  var lastNotificationNumber = 0
  /// A profile was switched and the terminal has to read the card anew. Until it does, the ISD-R
  /// serves nobody.
  var isRefreshPending = false
  /// Who it is to servers; nil for one that takes no downloads.
  var identity: Identity?
  /// The keys of a download that has not come to its end.
  var unusedKeys: UnusedKeys?

  /// Keys that a server, by its OID, may have bound a package to.
  struct UnusedKeys: Sendable {
    var pair: OneTimeKeyPair
    var holder: ObjectIdentifier
  }

  var enabledProfile: StoredProfile? { profiles.first(where: \.isEnabled) }

  /// What SELECT of the ISD-R answers (SGP.22 §5.7.1).
  var controlInformation: [UInt8] {
    BERTLV.encode(
      0x6F,
      BERTLV.encode(0x84, isdrAID),
      BERTLV.encode(0xA5, BERTLV.encode(0x9F65, [0xFF])),
      BERTLV.encode(0xE0, BERTLV.encode(0x82, information.lowestVersion)))
  }

  /// Bytes of memory that are left for profiles.
  var freeMemory: Int {
    information.freeNonVolatileMemory - profiles.reduce(0) { $0 + $1.package.count }
  }

  /// EUICCInfo2.
  var euiccInfo2: [UInt8] { information.full(freeMemory: freeMemory) }

  /// The EID's sixteen bytes.
  var encodedEID: [UInt8] { [UInt8](hex: eid) ?? [] }
}

extension Array {
  /// The element at `index`; nil where there is none.
  func element(_ index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }

  /// Changes the element at `index` in place; nothing happens where there is none.
  mutating func modify(_ index: Int, _ change: (inout Element) -> Void) {
    guard indices.contains(index) else { return }
    change(&self[index])
  }
}
