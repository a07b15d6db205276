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

  /// Calls an ES10 function and returns its answer.
  ///
  /// - Parameters:
  ///   - function: The tag of request and answer.
  ///   - body: The request's data objects.
  func call(
    _ function: BERTLV.Tag, _ body: [UInt8] = [], purpose: String
  ) throws(ISDRError) -> ES10Answer {
    try call(function, request: BERTLV.encode(function, body), purpose: purpose)
  }

  /// Sends a request and returns its answer.
  func call(
    _ function: BERTLV.Tag, request: [UInt8], purpose: String
  ) throws(ISDRError) -> ES10Answer {
    session.purpose = purpose
    let response: ResponseAPDU
    do {
      response = try storeData(request)
    } catch {
      throw .channel(error)
    }
    guard response.status.hasValidData else { throw .refused(response.status) }
    let answer: ES10Answer
    do {
      answer = try ES10Answer(response.data, to: function)
    } catch {
      throw .malformed(error, answer: response.data)
    }
    if let result = ES10Result(listError: answer.objects, of: function) { throw .failed(result) }
    return answer
  }

  /// Sends a request in as many blocks as it needs.
  ///
  /// - Parameters:
  ///   - expected: How long the answer is to be, where the card has named a length.
  ///   - isRepeatable: Whether the request only reads, and does no harm when it is sent again.
  ///   - isSecret: Whether the request or its answer holds what no trace may show.
  func storeData(
    _ request: [UInt8], block: Int = StoreData.usualBlock, expected: Int? = nil,
    isRepeatable: Bool = true, isSecret: Bool = false
  ) throws(ChannelError) -> ResponseAPDU {
    var response = ResponseAPDU(status: 0x6F00)
    for var command in StoreData.commands(for: request, on: channel, block: block) {
      if let expected { command.expected = .exactly(expected) }
      command.isRepeatable = isRepeatable
      if isSecret { command.confidentiality = .key }
      response = try session.send(command)
      guard response.status.isSuccess else { break }
    }
    return response
  }
}

/// Why a function of an eUICC gave nothing.
public enum ISDRError: Error {
  /// The exchange did not happen.
  case channel(ChannelError)
  /// The card refused it.
  case refused(StatusWord)
  /// The function ended with a result other than success.
  case failed(ES10Result)
  /// The answer is not as the specification says.
  case malformed(ParseError, answer: [UInt8])
}
