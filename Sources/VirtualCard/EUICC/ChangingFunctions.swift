import Card

extension SecureElement {
  /// The functions that change an eUICC, by the tag of their request (SGP.22 §5.7).
  static let changingFunctions: [BERTLV.Tag: String] = [
    0xBF31: "ES10c.EnableProfile", 0xBF32: "ES10c.DisableProfile",
    0xBF33: "ES10c.DeleteProfile", 0xBF34: "ES10c.eUICCMemoryReset",
    0xBF29: "ES10c.SetNickname", 0xBF3F: "ES10a.SetDefaultDpAddress",
    0xBF30: "ES10b.RemoveNotificationFromList", 0xBF2E: "ES10b.GetEUICCChallenge",
    0xBF38: "ES10b.AuthenticateServer", 0xBF21: "ES10b.PrepareDownload",
    0xBF36: "ES10b.LoadBoundProfilePackage", 0xBF41: "ES10b.CancelSession",
  ]

  /// Result codes; which function can end with which is in SGP.22 §5.7.
  enum Outcome: UInt8 {
    case done = 0
    /// ICCID or AID not found; there is nothing to delete.
    case notFound = 1
    case wrongState = 2
    case disallowedByPolicy = 3
    case toolkitBusy = 5
    case undefinedError = 127
  }

  /// Carries out a function that changes something.
  mutating func change(_ request: BERTLV, _ behaviour: Behaviour) throws(FunctionRefusal)
    -> [UInt8]
  {
    let parts = try parts(of: request)
    let outcome: Outcome =
      switch request.tag {
      case 0xBF31: try enable(parts, behaviour)
      case 0xBF32: try disable(parts, behaviour)
      case 0xBF33: try delete(parts)
      case 0xBF34: try reset(parts)
      case 0xBF29: try rename(parts)
      case 0xBF3F: try setDefaultSMDP(parts)
      case 0xBF30: try removeNotification(parts)
      default: throw .unknownFunction
      }
    return BERTLV.encode(request.tag, BERTLV.encode(0x80, [outcome.rawValue]))
  }

  /// SetNickname (§5.7.21). An empty name takes the old one away.
  private mutating func rename(_ parts: [BERTLV]) throws(FunctionRefusal) -> Outcome {
    guard let nickname = parts.first(0x90) else { throw .wrongData }
    guard nickname.value.count <= 64, let text = String(validating: nickname.value, as: UTF8.self)
    else { return .undefinedError }
    guard let index = position(parts) else { return .notFound }
    profiles.modify(index) { $0.nickname = text.isEmpty ? nil : text }
    return .done
  }

  /// SetDefaultDpAddress (§5.7.4). An empty address takes the old one away.
  private mutating func setDefaultSMDP(_ parts: [BERTLV]) throws(FunctionRefusal) -> Outcome {
    guard let address = parts.first(0x80) else { throw .wrongData }
    guard let text = String(validating: address.value, as: UTF8.self) else {
      return .undefinedError
    }
    defaultSMDP = text.isEmpty ? nil : text
    return .done
  }

  /// RemoveNotificationFromList (§5.7.11).
  private mutating func removeNotification(_ parts: [BERTLV]) throws(FunctionRefusal) -> Outcome {
    guard let number = parts.first(0x80) else { throw .wrongData }
    let index = notifications.firstIndex {
      Notification.integer($0.number).elementsEqual(number.value)
    }
    guard let index else { return .notFound }
    notifications.remove(at: index)
    return .done
  }
}
