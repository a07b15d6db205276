import Card
import CardState
import HTTPS
import Provisioning
import Words

// What an eUICC says that matters to a download, before and after it.

extension ChangeRun.Target {
  /// What a card is asked before a download: whether it can take one, and what would stand in the way.
  static let beforeDownload: Set<EUICCQuestion> = [.profiles, .information]

  /// What a card is asked after one: whether the profile is there, and what its server is to be told.
  static let afterDownload: Set<EUICCQuestion> = [.profiles, .notifications]

  /// The servers that the card names.
  ///
  /// - Throws: Where that was not read: a card that names none says so.
  func addresses() throws(Problem) -> ConfiguredAddresses {
    guard let addresses = euicc.addresses, unread(.addresses) == nil else {
      throw unread(.addresses)
        ?? Problem(.downloadFailed, Words("the servers that the card names were not read"))
    }
    return addresses
  }

  /// The card's default SM-DP+.
  func defaultServer() throws(Problem) -> ServerAddress {
    guard let text = try addresses().defaultSMDP, !text.isEmpty else {
      throw Problem(
        .codeMissing, Words("no activation code was given, and the card has no default SM-DP+"),
        nextStep: Words("cardinfo profiles download 'LPA:1$ADDRESS$MATCHING-ID'"))
    }
    guard let address = ServerAddress(text) else {
      throw Problem(.codeMalformed, Words("the card's default SM-DP+ is no server's address"))
    }
    return address
  }

  /// What stands in the way before any server is asked.
  func requireDownloads() throws(Problem) {
    if euicc.architecture == .m2m {
      throw Problem(
        .downloadFailed, Words("this eUICC is for machines: its operator alone puts profiles on it")
      )
    }
    if euicc.info?.signingRoots?.isEmpty == true {
      throw Problem(
        .downloadFailed, Words("this eUICC has no root to sign under, so it can't download"),
        nextStep: Words("ask who sold the card"))
    }
  }

  /// What the card would refuse, and what its server is told then.
  struct Obstacle {
    let problem: Problem
    let reason: CancelSessionReason
  }

  /// What the card would refuse of a profile: found out before the code is used.
  func obstacle(to profile: Profile) -> Obstacle? {
    let forbidden = euicc.info?.forbiddenPolicyRules ?? []
    if profile.policyRules?.contains(where: forbidden.contains) == true {
      let problem = Problem(
        .downloadFailed, Words("the card does not allow the profile's rules"),
        nextStep: Words("ask the carrier for a profile without them"))
      return Obstacle(problem: problem, reason: .policyRulesNotAllowed)
    }
    if let iccid = profile.iccid, euicc.profiles?.contains(where: { $0.iccid == iccid }) == true {
      let problem = Problem(
        .downloadFailed, Words("the profile is on the card already"),
        nextStep: Words("cardinfo profiles lists it"))
      return Obstacle(problem: problem, reason: .postponed)
    }
    return nil
  }

  /// Why a package of so many bytes can't be loaded.
  func obstacle(toBytes size: Int) -> Problem? {
    if Interruption.isRequested { return ChangeRefusal.interrupted.problem }
    guard let free = euicc.info?.memory?.freeNonVolatile, size > free else { return nil }
    return Problem(
      .downloadFailed,
      Words("the profile needs about \(size / 1024) KB, and the card has \(free / 1024) KB free"),
      nextStep: euicc.listsAllProfiles && euicc.profiles?.isEmpty == true
        ? Words("there is no profile to delete: use a card with more room")
        : Words("delete a profile that is not needed any more: cardinfo profiles delete"))
  }

  /// What waits for the card at an SM-DS.
  ///
  /// - Parameter report: Told of each function before it is called.
  func events(
    at address: ServerAddress, for device: DeviceInformation = .reader,
    through transport: HTTPSTransport, _ trace: TraceFile?,
    report: (DownloadCall) -> Void = { _ in }
  ) throws(Problem) -> [RSPServer.Event] {
    let result: Result<[RSPServer.Event], DownloadFailure>
    do throws(ChannelError) {
      result = try access.withCard { channel throws(ChannelError) in
        trace?.begin(reader: access.reader, channel)
        return try EUICCProvisioner(
          channel, isCancelled: { Interruption.isRequested }, observer: trace?.record
        ).perform(on: euicc.eid) { euicc in
          Result { () throws(DownloadFailure) in
            try Discovery.events(
              for: euicc, at: address, device: device, through: transport, report: report)
          }
        }
      }
    } catch {
      throw error.problem.inReader(access.reader.name)
    }
    do { return try result.get() } catch { throw error.problem }
  }
}
