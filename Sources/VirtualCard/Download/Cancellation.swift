import Card

extension SecureElement {
  /// CancelSession (SGP.22 §5.7.14). The answer is signed for the server.
  mutating func cancelSession(_ request: BERTLV, _ session: inout RSPSession?)
    throws(FunctionRefusal) -> [UInt8]
  {
    _ = try credentials()
    let transaction: BERTLV
    let reason: BERTLV
    do {
      var members = try Members(of: request)
      transaction = try members.next(0x80)
      reason = try members.next(0x81)
    } catch { throw .wrongData }
    guard let server = session?.server, transaction.value.elementsEqual(server.transaction) else {
      return Self.failure(of: request, DownloadError.invalidTransaction.rawValue)
    }
    let signed = BERTLV.encode(
      0x30, transaction.encoded, BERTLV.encode(0x81, server.holder.bytes),
      BERTLV.encode(0x82, Array(reason.value)))
    let signature = try signature(signed)
    session = nil
    return BERTLV.encode(request.tag, BERTLV.encode(0xA0, signed, signature))
  }
}
