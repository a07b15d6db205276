/// An ISD-R that has been selected: the part of an eUICC that answers for it (GSMA SGP.22 §2.2.3).
public struct ISDR {
  /// The name it answered to.
  public let aid: AID
  /// The channel it is selected on.
  public let channel: LogicalChannel

  private let session: CardSession

  /// An ISD-R selected as `aid` on `channel` of `session`.
  init(_ aid: AID, on channel: LogicalChannel, of session: CardSession) {
    self.aid = aid
    self.channel = channel
    self.session = session
  }

  /// Calls an ES10 function and returns the data objects of its answer.
  ///
  /// - Parameters:
  ///   - function: The tag of request and answer.
  ///   - body: The request's data objects.
  func call(
    _ function: BERTLV.Tag, _ body: [UInt8] = [], purpose: String
  ) throws(ISDRError) -> [BERTLV] {
    session.purpose = purpose
    let response: ResponseAPDU
    do {
      response = try storeData(BERTLV.encode(function, body))
    } catch {
      throw .channel(error)
    }
    guard response.status.hasValidData else { throw .refused(response.status) }
    do throws(ParseError) {
      var reader = ByteReader(response.data)
      let answer = try BERTLV(parsing: &reader)
      guard answer.tag == function else { throw ParseError(.unexpectedTag(answer.tag), at: 0) }
      return try answer.children()
    } catch {
      throw .malformed(error)
    }
  }

  /// STORE DATA in as many blocks as the request needs (SGP.22 §5.7.2).
  private func storeData(_ request: [UInt8]) throws(ChannelError) -> ResponseAPDU {
    var rest = ByteReader(request)
    var number: UInt8 = 0
    while true {
      let block = rest.count > 255 ? try? rest.bytes(255) : rest.rest()
      let isLast = rest.isAtEnd
      let response = try session.send(
        CommandAPDU(
          channel.apply(to: 0x80), Instruction.storeData, isLast ? 0x91 : 0x11, number,
          data: Array(block ?? []), expected: .all))
      if isLast || !response.status.isSuccess { return response }
      number &+= 1
    }
  }
}

/// Why a function of an eUICC gave nothing.
enum ISDRError: Error {
  /// The exchange did not happen.
  case channel(ChannelError)
  /// The card refused it.
  case refused(StatusWord)
  /// The answer is not as the specification says.
  case malformed(ParseError)
}
