import Card

/// InitialiseSecureChannel (SGP.22 §5.5.1): the first part of a bound profile package.
struct SecureChannelRequest {
  private let operation: BERTLV
  private let transaction: BERTLV
  private let controlReferences: BERTLV
  private let serverKey: BERTLV
  private let signature: BERTLV

  init(_ object: BERTLV) throws(ParseError) {
    var members = try Members(of: object)
    operation = try members.next(0x82)
    transaction = try members.next(0x80)
    controlReferences = try members.next(0xA6)
    serverKey = try members.next(0x5F49)
    signature = try members.next(0x5F37)
  }

  /// The keys that the rest of the package is protected with.
  func establish(
    with server: RSPSession.Server, _ binding: RSPSession.Binding, eid: [UInt8]
  ) throws(InstallationError.Reason) -> ProfileProtection {
    let signed =
      [operation, transaction, controlReferences, serverKey].flatMap(\.encoded)
      + BERTLV.encode(serverKey.tag, binding.keys.point)
    guard binding.signer.verifies(signature.value, under: signed) else { throw .invalidSignature }
    guard transaction.value.elementsEqual(server.transaction) else { throw .invalidTransaction }
    guard operation.value.elementsEqual([Self.installBoundProfilePackage]) else {
      throw .unsupportedRemoteOperation
    }
    let host = try host()
    let sharedInfo =
      [Self.aes, Self.keyLength, UInt8(host.count)] + host + [UInt8(eid.count)] + eid
    guard let derived = binding.keys.derive(from: serverKey.value, sharedInfo: sharedInfo),
      let protection = ProfileProtection(derived: derived)
    else { throw .incorrectInputValues }
    return protection
  }

  /// hostId of controlRefTemplate, whose other values have to be those of AES-128.
  private func host() throws(InstallationError.Reason) -> [UInt8] {
    guard let values = try? controlReferences.children(),
      values.first(0x80)?.value.elementsEqual([Self.aes]) == true,
      values.first(0x81)?.value.elementsEqual([Self.keyLength]) == true,
      let host = values.first(0x84)?.value, (1...16).contains(host.count)
    else { throw .unsupportedCRTValues }
    return Array(host)
  }

  private static let installBoundProfilePackage: UInt8 = 1
  /// The type and length of keys (§2.6.4.1).
  private static let aes: UInt8 = 0x88
  private static let keyLength: UInt8 = 0x10
}
