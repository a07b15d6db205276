import ArgumentParser
import Card
import CardState
import FoundationEssentials
import Words

/// Lines of JSON as lpac 2 prints them, for programs that were written for it. `Docs/lpac.md` has
/// the differences.
enum LPACLine {
  /// The envelope of a result.
  static func success(_ data: JSONValue) -> JSONValue {
    envelope(code: 0, message: "success", data: data)
  }

  /// The envelope of a failure: the step that failed, and why.
  ///
  /// - Parameter function: lpac's own function that would have failed; nil where the problem tells.
  static func failure(_ problem: Problem, in function: String? = nil) -> JSONValue {
    envelope(
      code: -1, message: function ?? step(problem.code.rawValue),
      data: .string(problem.sentence.description))
  }

  /// The envelope of what is about to be done.
  static func progress(_ function: String, _ data: JSONValue) -> JSONValue {
    envelope("progress", code: 0, message: function, data: data)
  }

  /// The envelope of what a driver says.
  static func driver(_ payload: [String: JSONValue]) -> JSONValue {
    .object(["type": .string("driver"), "payload": .object(payload)])
  }

  /// A signed notification, in the form that lpac's `notification dump` and `replay` use.
  static func notification(_ notification: SignedNotification, of eid: String) -> JSONValue {
    .object([
      "type": .string("notification"), "eid": .string(eid),
      "seqNumber": .integer(notification.metadata.sequenceNumber),
      "notificationAddress": text(notification.metadata.address),
      "pendingNotification": .string(Data(notification.bytes).base64EncodedString()),
    ])
  }

  /// The rows of `lpac profile list`.
  ///
  /// Nil where they were not read, or not all of them: programs would take what is missing for gone.
  static func profiles(_ euicc: EUICC) -> JSONValue? {
    guard let profiles = euicc.profiles, !euicc.isUnread(.profiles) else { return nil }
    return .array(
      profiles.map { profile in
        let row: [String: JSONValue] = [
          "isdpAid": text(profile.aid?.lowercased()),
          "profileState": text(profile.state?.rawValue),
          "profileNickname": text(profile.nickname),
        ]
        return .object(row.merging(metadata(profile)) { $1 })
      })
  }

  /// What a server says of a profile as well as the card.
  static func metadata(_ profile: Profile) -> [String: JSONValue] {
    [
      "iccid": text(profile.iccid), "serviceProviderName": text(profile.serviceProvider),
      "profileName": text(profile.name), "iconType": text(profile.icon?.type),
      "icon": text(
        profile.icon?.data.flatMap { [UInt8](hex: $0) }.map { Data($0).base64EncodedString() }),
      "profileClass": .string(profile.class.rawValue),
    ]
  }

  /// The rows of `lpac notification list`.
  static func notifications(_ euicc: EUICC) -> JSONValue? {
    guard let notifications = euicc.notifications, !euicc.isUnread(.notifications) else {
      return nil
    }
    return .array(
      notifications.map { notification in
        .object([
          "seqNumber": .integer(notification.sequenceNumber),
          "profileManagementOperation": .string(notification.operation),
          "notificationAddress": text(notification.address), "iccid": text(notification.iccid),
        ])
      })
  }

  /// A value on one line.
  static func encode(_ value: JSONValue) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Prints a value as a line, at once.
  static func write(_ value: JSONValue) throws {
    StandardOutput.write(try encode(value) + [0x0A])
  }

  static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

  private static func envelope(
    _ type: String = "lpa", code: Int, message: String, data: JSONValue
  ) -> JSONValue {
    .object([
      "type": .string(type),
      "payload": .object([
        "code": .integer(code), "message": .string(message), "data": data,
      ]),
    ])
  }

  /// lpac names the function of its own that failed.
  private static func step(_ code: String) -> String {
    switch code {
    case "euicc.profilesRefused", "euicc.profilesMalformed", "profile.malformed":
      "es10c_get_profiles_info"
    case "euicc.notificationsRefused", "euicc.notificationsMalformed": "es10b_list_notification"
    case "euicc.informationRefused", "euicc.informationMalformed": "es10c_ex_get_euiccinfo2"
    case "euicc.eidRefused", "euicc.eidMalformed": "es10c_get_eid"
    default: "euicc_init"
    }
  }
}

extension ReadDocument {
  /// Prints a line for each eUICC, or one for the failure, and ends the command with the status
  /// that fits. What there is to know beside it goes to standard error.
  ///
  /// - Parameter data: What an eUICC says; nil where it did not.
  func reportAsLPAC(_ data: (EUICC) -> JSONValue?) throws {
    var problems = errors
    var lines: [JSONValue] = []
    for card in cards.map(\.card) {
      for euicc in card.euiccs {
        if let data = data(euicc) {
          lines.append(LPACLine.success(data))
        } else if euicc.unread == nil {
          problems.append(.withoutAnswer.inReader(card.reader.name))
        }
      }
      WarningsText.lines(of: card, colour: false).forEach(StandardError.write)
    }
    lines += problems.map { LPACLine.failure($0) }
    for line in lines { try LPACLine.write(line) }
    let status = ExitStatus(problems, besideMuch: !cards.isEmpty)
    if status != .success { throw status.exit }
  }
}

extension Problem {
  /// An eUICC that has no such answer to give.
  static let withoutAnswer = Problem(
    Code(rawValue: "euicc.profilesRefused"),
    Words("this is an M2M eUICC (SGP.02), not one for consumers: it does not list profiles"),
    nextStep: Words("its profiles are changed over the air by whoever operates it"))
}

/// How to print what an eUICC says.
struct FormatOptions: ParsableArguments {
  /// A form of output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, lpac
  }

  @Option(
    help: ArgumentHelp(Words("text, json, or lpac: the lines that lpac prints. See: Docs/lpac.md")))
  var format: Format?

  @Flag(help: ArgumentHelp(Words("Short for --format json.")))
  var json = false

  func validate() throws {
    guard !json || format == nil || format == .json else {
      throw ValidationError(Words("--json is short for --format json"))
    }
  }

  /// The format chosen.
  var choice: Format { json ? .json : format ?? .text }
}
