/// What a phone leaves on the card when it registers: where, as whom, and how that went.
///
/// Temporary identities are a person's: a value tells whether there is one, not which.
public protocol RegistrationFile: ElementaryFile {
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

extension RegistrationFile {
  /// Whether the header of a temporary identity is there: not in files without headers.
  public var hasIdentityHeader: Bool { false }

  /// Whether the file is as it left the factory.
  public var isFactoryShaped: Bool {
    !hasIdentity && area == .unused && status == .notUpdated
  }
}
