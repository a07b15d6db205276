public import Card
public import CardState
import HTTPS
public import Words

/// Tells servers what became of their profiles (GSMA SGP.22 §3.5): in the order of the numbers at each
/// address, and nothing is taken from the card but what its server has taken.
public struct NotificationSender {
  /// What became of one notification.
  public struct Report: Sendable {
    /// What it is about.
    public let notification: PendingNotification
    /// What became of it.
    public let outcome: Outcome
  }

  /// What became of a notification.
  public enum Outcome: Sendable {
    /// The server has it, and the card no longer.
    case sent
    /// The server has it, and the card keeps it, as was asked for.
    case sentAndKept
    /// The server has it; the card did not take it off its list.
    case sentNotRemoved(ISDRError)
    /// The server has not taken it.
    case failed(RSPError)
    /// It names no server.
    case noServer
    /// An earlier one of the same server failed, and servers want them in order.
    case heldBack
  }

  /// What is about to be done with a notification.
  public enum Step: Sendable {
    /// Its server gets it.
    case sending
    /// The card takes it off its list.
    case removing
  }

  private let euicc: ES10b
  private let transport: any RSPTransport
  private let keeps: Bool
  private let report: (PendingNotification, Step) -> Void

  /// Prepares to send what waits on an eUICC that is open.
  ///
  /// - Parameters:
  ///   - keeps: Whether the card keeps what was sent.
  ///   - report: Told of each step before it is taken.
  public init(
    _ euicc: ES10b, through transport: any RSPTransport, keeping keeps: Bool = false,
    report: @escaping (PendingNotification, Step) -> Void = { _, _ in }
  ) {
    self.euicc = euicc
    self.transport = transport
    self.keeps = keeps
    self.report = report
  }

  /// Sends those with the numbers given, or all.
  ///
  /// - Throws: Where the card does not give them.
  public func send(_ numbers: Set<Int>? = nil) throws(ISDRError) -> [Report] {
    let waiting = try euicc.signedNotifications().sorted {
      $0.metadata.sequenceNumber < $1.metadata.sequenceNumber
    }
    var failed: Set<ServerAddress> = []
    var reports: [Report] = []
    for notification in waiting
    where numbers?.contains(notification.metadata.sequenceNumber) ?? true {
      reports.append(
        Report(notification: notification.metadata, outcome: send(notification, &failed)))
    }
    return reports
  }

  private func send(
    _ notification: SignedNotification, _ failed: inout Set<ServerAddress>
  ) -> Outcome {
    guard let address = notification.metadata.address.flatMap({ ServerAddress($0) }) else {
      return .noServer
    }
    guard !failed.contains(address) else { return .heldBack }
    report(notification.metadata, .sending)
    do throws(RSPError) {
      try RSPServer(address, through: transport).handleNotification(notification.bytes)
    } catch {
      failed.insert(address)
      return .failed(error)
    }
    if keeps { return .sentAndKept }
    report(notification.metadata, .removing)
    do throws(ISDRError) {
      try euicc.removeNotification(notification.metadata.sequenceNumber)
      return .sent
    } catch {
      return .sentNotRemoved(error)
    }
  }
}

extension NotificationSender.Outcome {
  /// Whether the server has it.
  public var isSent: Bool {
    switch self {
    case .sent, .sentAndKept, .sentNotRemoved: true
    case .failed, .noServer, .heldBack: false
    }
  }

  /// What became of it, behind its name.
  public var words: Words {
    switch self {
    case .sent: Words("sent")
    case .sentAndKept: Words("sent, and kept on the card")
    case .sentNotRemoved: Words("sent; the card did not take it off its list")
    case .failed(let error): Words("not sent: \(error.message)")
    case .noServer: Words("not sent: it names no server")
    case .heldBack: Words("not sent: an earlier one to the same server was not taken")
    }
  }
}
