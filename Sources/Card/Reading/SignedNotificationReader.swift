public import CardState
internal import Words

/// A notification as its eUICC signed it, to be sent to its server as it is (GSMA SGP.22 §5.7.10,
/// PendingNotification).
public struct SignedNotification: Equatable, Sendable {
  /// What it is about.
  public var metadata: PendingNotification
  /// All of it.
  public var bytes: [UInt8]

  /// Understands one of the data objects of RetrieveNotificationsList: a report of an installation
  /// (BF37) or of another operation (30).
  public init(_ object: BERTLV) throws(ParseError) {
    var parts = try object.children()
    if object.tag == 0xBF37, let result = parts.first(0xBF27) { parts = try result.children() }
    guard let metadata = parts.first(NotificationMetadata.tag) else {
      throw ParseError(.missing(NotificationMetadata.tag), at: object.offset)
    }
    self.metadata = try NotificationMetadata.decode(metadata)
    bytes = BERTLV.encode(object.tag, Array(object.value))
  }
}

/// Reads signed notifications of one eUICC. They stay on the card.
public final class SignedNotificationReader {
  private let session: CardSession

  /// Prepares a read over a channel that is guarded here.
  public init(
    _ channel: any CardChannel, isCancelled: @escaping () -> Bool = { false },
    observer: ((Exchange) -> Void)? = nil
  ) {
    session = CardSession(
      over: ReadOnlyChannel(channel), isCancelled: isCancelled, observer: observer)
  }

  /// Reads one by its number, or all.
  ///
  /// A card that does not find notifications by number is asked for all of them.
  ///
  /// - Throws: What the channel throws; `euicc.gone` where the card has no such eUICC,
  ///   `euicc.selectFailed` or `euicc.eidRefused` where it has not said so,
  ///   `euicc.notificationsRefused` when the card refuses.
  public func read(_ number: Int?, on eid: String) throws(ChannelError) -> [SignedNotification] {
    var found: [SignedNotification]?
    var finder = ISDRFinder(session)
    try finder.with(eid) { isdr throws(ChannelError) in
      if let number {
        found = try list(isdr, ES10Request.signedNotification(number))
      }
      if found?.contains(where: { $0.metadata.sequenceNumber == number }) != true {
        found = try list(isdr, ES10Request.plain(ES10.retrieveNotifications))
      }
    }
    guard let found else {
      throw ChannelError(
        ChannelError.Code(rawValue: "euicc.notificationsRefused"),
        Words("the eUICC does not give its signed notifications"),
        hint: Words("--trace shows each exchange"))
    }
    return found.filter { number == nil || $0.metadata.sequenceNumber == number }
  }

  /// Nil when the card refuses, or gives what can't be understood: one that is missing would not be
  /// sent.
  private func list(
    _ isdr: ISDR, _ request: [UInt8]
  ) throws(ChannelError) -> [SignedNotification]? {
    do throws(ISDRError) {
      let answer = try isdr.call(
        ES10.retrieveNotifications, request: request, purpose: "ES10b.RetrieveNotificationsList")
      return try? answer.first(0xA0)?.children().map { object throws(ParseError) in
        try SignedNotification(object)
      }
    } catch {
      if case .channel(let error) = error { throw error }
      return nil
    }
  }
}
