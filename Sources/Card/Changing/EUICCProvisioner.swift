/// Lets a server and an eUICC work on each other: opens the ISD-R once, on one channel, for all that
/// belongs to a download or to notifications (GSMA SGP.22 §3.1.3: what is reopened in between answers
/// 6985).
public final class EUICCProvisioner {
  private let channel: any CardChannel
  private let block: Int
  private let isCancelled: () -> Bool
  private let observer: ((Exchange) -> Void)?

  /// Prepares for work with a card.
  ///
  /// - Parameters:
  ///   - block: Bytes of one block of STORE DATA; after 6601 shorter ones are sent.
  ///   - isCancelled: Asked before each function that may be left out.
  ///   - observer: Shown every exchange.
  public init(
    _ channel: any CardChannel, block: Int = StoreData.longestBlock,
    isCancelled: @escaping () -> Bool = { false }, observer: ((Exchange) -> Void)? = nil
  ) {
    self.channel = channel
    self.block = block
    self.isCancelled = isCancelled
    self.observer = observer
  }

  /// Opens the eUICC with the identifier `eid`, and closes it when `work` is done.
  ///
  /// - Throws: What the channel throws before the work begins; `euicc.gone` where the card has no such
  ///   eUICC, `euicc.selectFailed` or `euicc.eidRefused` where it has not said so.
  public func perform<Value>(
    on eid: String, _ work: (ES10b) -> Value
  ) throws(ChannelError) -> Value {
    let guarded = ChangingChannel(channel)
    var isOpening = true
    let session = CardSession(
      over: guarded, isCancelled: { [isCancelled] in isOpening && isCancelled() },
      observer: observer)
    var finder = ISDRFinder(session)
    return try finder.with(eid) { isdr in
      isOpening = false
      return work(ES10b(isdr, of: session, guarded, block: block, isCancelled: isCancelled))
    }
  }
}

/// The functions of ES10b (GSMA SGP.22 §5.7) that act on an eUICC for a server, on an ISD-R that stays
/// open. Each sends one request, which ``ChangingChannel`` lets through byte for byte; a request that was
/// begun is sent to its end.
public final class ES10b {
  private let isdr: ISDR
  private let session: CardSession
  private let guarded: ChangingChannel
  private var block: Int
  private let isCancelled: () -> Bool

  fileprivate init(
    _ isdr: ISDR, of session: CardSession, _ guarded: ChangingChannel, block: Int,
    isCancelled: @escaping () -> Bool
  ) {
    self.isdr = isdr
    self.session = session
    self.guarded = guarded
    self.block = block
    self.isCancelled = isCancelled
  }

  /// GetEUICCChallenge (§5.7.7): 16 bytes. Opens a session on the eUICC.
  public func challenge() throws(ISDRError) -> [UInt8] {
    let answer = try call(
      ES10.getEUICCChallenge, ES10Request.plain(ES10.getEUICCChallenge),
      purpose: "ES10b.GetEUICCChallenge")
    do throws(ParseError) {
      var reader = try answer.objects.required(0x80).reader
      let challenge = Array(try reader.bytes(16))
      guard reader.isAtEnd else { throw ParseError(.trailing(reader.count), at: reader.offset) }
      return challenge
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
  }

  /// GetEUICCInfo (§5.7.8): EUICCInfo1, as it came.
  public func information1() throws(ISDRError) -> [UInt8] {
    try call(
      ES10.getEUICCInfo1, ES10Request.plain(ES10.getEUICCInfo1), purpose: "EUICCInfo1"
    ).message
  }

  /// AuthenticateServer (§5.7.13): the eUICC's signed answer, as it came.
  public func authenticateServer(
    _ server: ServerAuthentication, matchingID: String, device: DeviceInformation
  ) throws(ISDRError) -> [UInt8] {
    try signed(
      ES10.authenticateServer,
      ES10Request.authenticateServer(server, matchingID: matchingID, device: device),
      purpose: "ES10b.AuthenticateServer")
  }

  /// PrepareDownload (§5.7.5): the eUICC's signed answer, as it came.
  public func prepareDownload(
    _ preparation: DownloadPreparation, hashedCode: [UInt8]?
  ) throws(ISDRError) -> [UInt8] {
    try signed(
      ES10.prepareDownload, preparation.request(hashedCode: hashedCode),
      purpose: "ES10b.PrepareDownload")
  }

  /// CancelSession (§5.7.14), whoever wants the work to end: the eUICC's signed answer, as it came.
  public func cancelSession(
    _ transaction: [UInt8], reason: CancelSessionReason
  ) throws(ISDRError) -> [UInt8] {
    let request = ES10Request.cancelSession(transaction: transaction, reason: reason.rawValue)
    let answer = try call(
      ES10.cancelSession, request, purpose: "ES10b.CancelSession", isCancellable: false)
    guard answer.first(0xA0) == nil else { return answer.message }
    let code: Int
    do {
      code = try answer.objects.required(0x81).count()
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
    throw .failed(ES10Result(ES10.cancelSession, code: code))
  }

  /// LoadBoundProfilePackage (§5.7.6), until the eUICC says how it ended, which it may do early.
  ///
  /// - Parameter progress: Called with the bytes that the eUICC has taken.
  public func load(
    _ package: BoundProfilePackage, progress: (Int) -> Void
  ) throws(ISDRError) -> ProfileInstallationResult {
    var taken = 0
    for segment in package.segments {
      let answer = try send(Array(segment), purpose: "ES10b.LoadBoundProfilePackage")
      guard answer.status.hasValidData else { throw .refused(answer.status) }
      taken += segment.count
      progress(taken)
      guard !answer.data.isEmpty else { continue }
      do {
        return try ProfileInstallationResult(
          ES10Answer(answer.data, to: ES10.profileInstallationResult).message)
      } catch {
        throw .malformed(error, answer: answer.data)
      }
    }
    let error = ParseError(.missing(ES10.profileInstallationResult), at: 0)
    throw .malformed(error, answer: [])
  }

  /// RetrieveNotificationsList (§5.7.10): all that wait, or the one with a number.
  public func signedNotifications(
    _ number: Int? = nil
  ) throws(ISDRError) -> [SignedNotification] {
    let request =
      number.map { ES10Request.signedNotification($0) }
      ?? ES10Request.plain(ES10.retrieveNotifications)
    let answer = try call(
      ES10.retrieveNotifications, request, purpose: "ES10b.RetrieveNotificationsList")
    if let result = ES10Result(listError: answer.objects, of: ES10.retrieveNotifications) {
      throw .failed(result)
    }
    do {
      return try answer.objects.required(0xA0).children().map { object throws(ParseError) in
        try SignedNotification(object)
      }
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
  }

  /// RemoveNotificationFromList (§5.7.11), once the server has it. One that is gone is as good.
  public func removeNotification(_ number: Int) throws(ISDRError) {
    let answer = try call(
      ES10.removeNotification, ES10Request.removeNotification(number),
      purpose: "ES10b.RemoveNotificationFromList", isCancellable: false)
    let code: Int
    do {
      code = try answer.objects.required(0x80).count()
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
    let isGone = 1
    guard code == 0 || code == isGone else {
      throw .failed(ES10Result(ES10.removeNotification, code: code))
    }
  }

  /// Calls a function that answers `A0 {…}`, or `A1 {80 transaction, 02 code}` where it fails. Both hold
  /// the activation code, or the hash of a confirmation code, of which there are few.
  private func signed(
    _ function: BERTLV.Tag, _ request: [UInt8], purpose: String
  ) throws(ISDRError) -> [UInt8] {
    let answer = try call(function, request, purpose: purpose, isSecret: true)
    guard answer.first(0xA0) == nil else { return answer.message }
    let code: Int
    do {
      code = try answer.objects.required(0xA1).children().required(0x02).count()
    } catch {
      throw .malformed(error, answer: answer.bytes)
    }
    throw .failed(ES10Result(function, code: code))
  }

  private func call(
    _ function: BERTLV.Tag, _ request: [UInt8], purpose: String, isCancellable: Bool = true,
    isSecret: Bool = false
  ) throws(ISDRError) -> ES10Answer {
    let response = try send(
      request, purpose: purpose, isCancellable: isCancellable, isSecret: isSecret)
    guard response.status.hasValidData else { throw .refused(response.status) }
    do {
      return try ES10Answer(response.data, to: function)
    } catch {
      throw .malformed(error, answer: response.data)
    }
  }

  /// Sends a request, in shorter blocks where the card refuses the first for its length: nothing of the
  /// request has been taken then.
  private func send(
    _ request: [UInt8], purpose: String, isCancellable: Bool = true, isSecret: Bool = false
  ) throws(ISDRError) -> ResponseAPDU {
    guard !(isCancellable && isCancelled()) else { throw .channel(.interrupted) }
    session.purpose = purpose
    guarded.permit(request)
    do {
      let before = guarded.sendings
      let response = try isdr.storeData(
        request, block: block, isRepeatable: false, isSecret: isSecret)
      let isFirst = guarded.sendings - before == 1
      guard response.status == 0x6601, isFirst, block > StoreData.usualBlock else {
        return response
      }
      block = StoreData.usualBlock
      guarded.permit(request)
      return try isdr.storeData(
        request, block: block, isRepeatable: false, isSecret: isSecret)
    } catch {
      throw .channel(error)
    }
  }
}

/// Why a session is cancelled (GSMA SGP.22 §5.7.14).
public enum CancelSessionReason: UInt8, Sendable {
  /// The person does not want the profile: the server may close the order.
  case endUserRejection = 0
  /// Another time.
  case postponed = 1
  /// No answer in time.
  case timeout = 2
  /// The eUICC does not allow the profile's rules.
  case policyRulesNotAllowed = 3
  /// What comes is not what was announced.
  case metadataMismatch = 4
  /// The package could not be loaded.
  case loadExecutionError = 5
  /// Anything else.
  case undefined = 127

  /// Whether a server keeps the order: where it is postponed or took too long (SGP.22 §3.1.3.1).
  public var keepsOrder: Bool {
    switch self {
    case .postponed, .timeout: true
    case .endUserRejection, .policyRulesNotAllowed, .metadataMismatch, .loadExecutionError,
      .undefined:
      false
    }
  }
}
