import ArgumentParser
import Card
import CardState
import HTTPS
import Provisioning
import Words

// Downloads and discovery, by the functions of `profiles download` and `profiles discover`.
extension LPACSession {
  func download(_ options: LPACRequest.Download) throws {
    Secret.blank(inArguments: [
      options.activationCode, options.matchingID, options.confirmationCode,
    ])
    let namesServer = options.activationCode != nil || options.server?.isEmpty == false
    let target = try target(
      asking: namesServer
        ? ChangeRun.Target.beforeDownload : ChangeRun.Target.beforeDownload.union([.addresses]))
    let code = try code(options, target)
    let calls = LPACCalls(code.server)
    let download = DownloadRun(
      code, for: try device(options.imei), on: target, through: try transport(),
      block: try LPACFailure.naming("euicc_init") {
        try environment.block() ?? StoreData.longestBlock
      },
      trace: try run().trace, report: calls.show)
    var refusal: LPACFailure?
    var outcome = download.perform(
      decide: { offer in
        calls.enter("es8p_metadata_parse", .object(LPACLine.metadata(offer.profile)))
        return decide(offer, options, target, calls, &refusal)
      },
      accepts: { size in
        refusal = target.obstacle(toBytes: size).map { LPACFailure(calls.current, $0) }
        return refusal == nil
      })
    var document = try run().judge(&outcome, on: target)
    download.close(outcome)
    if outcome.isInstalled, let iccid = outcome.iccid, let card = document.cards.first?.card {
      do { try keep(iccid, on: card) } catch { document.errors.append(Problem(ofLedger: error)) }
    }
    // The ledger's errors don't take the profile back.
    document.errors.forEach(StandardError.report)
    try report(outcome, calls, refusal)
  }

  /// Makes a line of the profile where there is a ledger.
  private func keep(_ iccid: String, on card: CardSnapshot) throws {
    guard let ledger = try ledger.openIfThere() else { return }
    _ = try InstalledLine(iccid: iccid, card: card, said: .parse([]), asks: false).join(ledger)
  }

  private func report(
    _ outcome: DownloadOutcome, _ calls: LPACCalls, _ refusal: LPACFailure?
  ) throws {
    if outcome.isInstalled, case .installed(let result) = outcome.end {
      return try succeed(result.lpac)
    }
    if case .notInstalled(let result) = outcome.end {
      try progress("es10b_load_bound_profile_package:result", result.lpac)
    }
    for sentence in outcome.sentences(after: refusal?.problem, enabling: nil) {
      StandardError.note(sentence)
    }
    var failure =
      outcome.problem.map { LPACFailure(calls.current, $0) } ?? refusal
      ?? LPACFailure("cancelled", ChangeRefusal.declined.problem)
    // The third sentence has said what to do.
    failure.problem.nextStep = nil
    throw failure
  }

  /// What is given on the command line is the consent, but for `-p`.
  private func decide(
    _ offer: DownloadSession.Offer, _ options: LPACRequest.Download, _ target: ChangeRun.Target,
    _ calls: LPACCalls, _ refusal: inout LPACFailure?
  ) -> DownloadSession.Decision {
    if let obstacle = target.obstacle(to: offer.profile) {
      refusal = LPACFailure(calls.current, obstacle.problem)
      return .decline(obstacle.reason)
    }
    if options.isPreviewed {
      calls.enter("preview", .string("y/n"))
      let answer = Secret.byte(from: 0).map { Character(Unicode.Scalar($0)) }
      guard answer == "y" || answer == "Y" else { return .decline(.postponed) }
    }
    guard offer.needsConfirmationCode else { return .install(confirmationCode: nil) }
    guard let code = options.confirmationCode, !code.isEmpty else {
      refusal = LPACFailure("confirmation_code", .missingConfirmationCode)
      return .decline(.postponed)
    }
    return .install(confirmationCode: Array(code.utf8))
  }

  /// What is to be downloaded from where. An activation code goes before its parts.
  private func code(
    _ options: LPACRequest.Download, _ target: ChangeRun.Target
  ) throws -> ActivationCode {
    try LPACFailure.naming("euicc_init") { try target.requireDownloads() }
    if let text = options.activationCode {
      let code = try activationCode(text)
      guard !code.announcesConfirmationCode || options.confirmationCode?.isEmpty == false else {
        throw LPACFailure("confirmation_code", .missingConfirmationCode)
      }
      return code
    }
    let matchingID = options.matchingID ?? ""
    guard let server = options.server, !server.isEmpty else {
      try progress("es10a_get_euicc_configured_addresses")
      return try LPACFailure.naming("smdp") {
        ActivationCode(server: try target.defaultServer(), matchingID: matchingID)
      }
    }
    return ActivationCode(server: try address(server, "smdp"), matchingID: matchingID)
  }

  private func activationCode(_ text: String) throws -> ActivationCode {
    do throws(ActivationCodeError) {
      return try ActivationCode(text)
    } catch {
      let isOfMatchingID = error == .badMatchingID || error == .objectIdentifierAsMatchingID
      throw LPACFailure(
        isOfMatchingID ? "matching_id" : "activation_code",
        Problem(.codeMalformed, error.message, nextStep: error.hint))
    }
  }

  private func address(_ text: String, _ function: String) throws -> ServerAddress {
    guard let address = ServerAddress(text) else {
      throw LPACFailure(
        function, Problem(.codeMalformed, Words("what was given is no server's address")))
    }
    return address
  }

  private func device(_ imei: String?) throws -> DeviceInformation {
    guard let imei, !imei.isEmpty else { return .reader }
    guard let device = DeviceInformation(imei: imei) else {
      throw LPACFailure(
        "imei",
        Problem(.usage, Words("an IMEI has 15 digits, of which the last checks the others")))
    }
    return device
  }

  private func transport() throws -> HTTPSTransport {
    try LPACFailure.naming("es9p_initiate_authentication") {
      try environment.requireCurl()
      if environment.wantsServersTraced {
        StandardError.note(
          Words("what goes to servers has codes and numbers in it, and is not shown"))
      }
      return try servers.transport()
    }
  }
}

// What waits at an SM-DS.
extension LPACSession {
  /// Prints the addresses alone, as lpac does: the card's own SM-DS is asked unless another is named.
  func discover(_ server: String?, _ imei: String?) throws {
    let named = server.flatMap { $0.isEmpty ? nil : $0 }
    let target = try target(asking: named == nil ? [.addresses] : [])
    let text = try named ?? LPACFailure.naming("smds") { try target.addresses().rootSMDS }
    guard let text, !text.isEmpty else {
      throw LPACFailure(
        "smds", Problem(.codeMissing, Words("the card names no discovery server")))
    }
    let smds = try address(text, "smds")
    let calls = LPACCalls(smds, isDiscovery: true)
    let transport = try transport()
    let trace = try run().trace
    let events = try LPACFailure.naming(calls.current) {
      try target.events(
        at: smds, for: try device(imei), through: transport, trace,
        report: { calls.show(.calling($0)) })
    }
    try succeed(.array(events.map { .string("\($0.server)") }))
  }
}

/// The functions that are called on the way, by lpac's names, each printed before it is.
private final class LPACCalls {
  /// The function that the work is at; what is called to end a session early is not it.
  private(set) var current: String

  private let server: JSONValue
  private let isDiscovery: Bool

  init(_ server: ServerAddress, isDiscovery: Bool = false) {
    self.server = .string("\(server)")
    self.isDiscovery = isDiscovery
    current = "euicc_init"
  }

  func enter(_ function: String, _ data: JSONValue) {
    current = function
    try? LPACLine.write(LPACLine.progress(function, data))
  }

  func show(_ progress: DownloadSession.Progress) {
    guard case .calling(let call) = progress else { return }
    switch call {
    case .card(.cancelSession), .server(.cancelSession):
      try? LPACLine.write(LPACLine.progress(name(call), server))
    case .card, .server:
      // Challenge and information are one function to lpac.
      if name(call) != current { enter(name(call), server) }
    }
  }

  private func name(_ call: DownloadCall) -> String {
    switch call {
    case .card(.challenge), .card(.information): "es10b_get_euicc_challenge_and_info"
    case .card(.authenticateServer): "es10b_authenticate_server"
    case .card(.prepareDownload): "es10b_prepare_download"
    case .card(.load): "es10b_load_bound_profile_package"
    case .card(.cancelSession): "es10b_cancel_session"
    case .server(.initiateAuthentication): "es9p_initiate_authentication"
    case .server(.authenticateClient):
      isDiscovery ? "es11_authenticate_client" : "es9p_authenticate_client"
    case .server(.getBoundProfilePackage): "es9p_get_bound_profile_package"
    case .server(.cancelSession): "es9p_cancel_session"
    case .server(.handleNotification): "es9p_handle_notification"
    }
  }
}

extension Problem {
  fileprivate static let missingConfirmationCode = Problem(
    .confirmationCodeMissing, Words("the server wants a confirmation code"),
    nextStep: Words("give it with -c"))
}

extension ProfileInstallationResult {
  /// What lpac prints of it; `unknown` where nothing failed.
  fileprivate var lpac: JSONValue {
    var names = (command: "unknown", reason: "unknown")
    if case .failed(let command, let result) = outcome {
      names.command = Self.commands[command.rawValue] ?? names.command
      names.reason = Self.reasons[result.code] ?? names.reason
    }
    return .object([
      "seqNumber": .integer(sequenceNumber), "iccid": LPACLine.text(iccid),
      "bppCommandId": .string(names.command), "errorReason": .string(names.reason),
    ])
  }

  /// BppCommandId (SGP.22 §2.5.6).
  private static let commands = [
    0: "initialise_secure_channel", 1: "configure_isdp", 2: "store_metadata", 3: "store_metadata2",
    4: "replace_session_keys", 5: "load_profile_elements",
  ]

  /// ErrorReason (SGP.22 §2.5.6).
  private static let reasons = [
    1: "incorrect_input_values", 2: "invalid_signature", 3: "invalid_transaction_id",
    4: "unsupported_crt_values", 5: "unsupported_remote_operation_type",
    6: "unsupported_profile_class", 7: "scp03t_structure_error", 8: "scp03t_security_error",
    9: "install_failed_due_to_iccid_already_exists_on_euicc",
    10: "install_failed_due_to_insufficient_memory_for_profile",
    11: "install_failed_due_to_interruption", 12: "install_failed_due_to_pe_processing_error",
    13: "install_failed_due_to_data_mismatch",
    14: "test_profile_install_failed_due_to_invalid_naa_key", 15: "ppr_not_allowed",
    127: "install_failed_due_to_unknown_error",
  ]
}
