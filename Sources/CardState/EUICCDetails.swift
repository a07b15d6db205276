public import Words

/// The servers that an eUICC turns to (SGP.22 §5.7.3).
public struct ConfiguredAddresses: Codable, Equatable, Sendable {
  /// The SM-DP+ that a profile is fetched from unless an activation code names another.
  public var defaultSMDP: String?
  /// The SM-DS that is asked whether a profile waits.
  public var rootSMDS: String?
  /// Further ones, of an eUICC that knows several (SGP.22 v3, §5.7.3).
  public var additionalSMDS: [String]?

  /// Names servers.
  public init(
    defaultSMDP: String? = nil, rootSMDS: String? = nil, additionalSMDS: [String]? = nil
  ) {
    self.defaultSMDP = defaultSMDP
    self.rootSMDS = rootSMDS
    self.additionalSMDS = additionalSMDS
  }
}

/// Which policy rules which operators' profiles may bring (SGP.22 §2.4.12).
public struct RuleAuthorisation: Codable, Equatable, Sendable {
  /// The rules, such as `disableNotAllowed`.
  public var policyRules: [String]
  /// The operators; an E in a network code stands for any digit.
  public var operators: [Profile.Owner]
  /// Whether the person at the device has to agree first.
  public var needsConsent: Bool

  /// States who may do what.
  public init(policyRules: [String], operators: [Profile.Owner], needsConsent: Bool) {
    self.policyRules = policyRules
    self.operators = operators
    self.needsConsent = needsConsent
  }
}

/// A report of a change that waits on an eUICC to be sent (SGP.22 §5.7.9, NotificationMetadata).
public struct PendingNotification: Codable, Equatable, Sendable {
  /// Its number: each new one on this eUICC has the next.
  public var sequenceNumber: Int
  /// What was done: `install`, `enable`, `disable`, `delete`.
  public var operation: String
  /// The server it is for.
  public var address: String?
  /// The profile it is about.
  public var iccid: String?

  /// Describes a notification.
  public init(sequenceNumber: Int, operation: String, address: String?, iccid: String?) {
    self.sequenceNumber = sequenceNumber
    self.operation = operation
    self.address = address
    self.iccid = iccid
  }
}

/// What the maker of a removable eUICC says of it, beside the specification.
public struct VendorInformation: Codable, Equatable, Sendable {
  /// Who says so.
  public var vendor: String
  /// The card's serial number.
  public var serialNumber: String?
  /// The version of the boot loader.
  public var bootLoader: String?
  /// The version of the firmware.
  public var firmware: String?
  /// What product it is.
  public var product: String?

  /// Names a vendor.
  public init(vendor: String) { self.vendor = vendor }
}

extension PendingNotification {
  /// What was done to the profile.
  public var operationWords: Words {
    Words.listed(
      operation.split(separator: "+").map { operation in
        switch operation {
        case "install": Words("install")
        case "enable": Words("enable")
        case "disable": Words("disable")
        case "delete": Words("delete")
        default: Words("another change")
        }
      })
  }
}
