import Card

extension SecureElement {
  /// Who the eUICC is to servers. One that was made without keys knows no downloads.
  func credentials() throws(FunctionRefusal) -> Identity {
    guard let identity else { throw .unknownFunction }
    return identity
  }

  /// The signature of the eUICC under data objects, one behind the other.
  func signature(_ objects: [UInt8]...) throws(FunctionRefusal) -> [UInt8] {
    let identity = try credentials()
    do { return try identity.key.sign(objects.flatMap { $0 }) } catch { throw .technicalProblem }
  }

  /// Notes what a profile's servers want to be told; signed, where the eUICC has keys
  /// (OtherSignedNotification, SGP.22 §5.7.10).
  mutating func report(_ operation: Notification.Operation, of profile: StoredProfile)
    throws(FunctionRefusal)
  {
    for setting in profile.notificationSettings where setting.operations.contains(operation) {
      lastNotificationNumber += 1
      var notification = Notification(
        number: lastNotificationNumber, operation: operation, address: setting.address,
        iccid: profile.iccid)
      if let identity {
        notification.signed = BERTLV.encode(
          0x30, notification.metadata, try signature(notification.metadata),
          identity.certificate.bytes, identity.manufacturer.bytes)
      }
      notifications.append(notification)
    }
  }
}
