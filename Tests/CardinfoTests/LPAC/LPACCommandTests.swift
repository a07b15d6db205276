import Foundation
import Testing

/// lpac's grammar, answers and exit statuses.
struct LPACCommandTests {
  private static let first = "8944500123456789011"
  private static let second = "8985203012345678902"

  @Test func whatItIs() throws {
    let lpac = try LPAC()
    #expect(try lpac.run("version", on: nil).data(String.self).hasPrefix("2.3.0+cardinfo."))
    let drivers = try lpac.run("driver list", on: nil)
    #expect(
      drivers.output
        == #"{"payload":{"LPAC_APDU":["pcsc"],"LPAC_HTTP":["curl"]},"type":"driver"}"# + "\n")
    #expect(
      try lpac.run("driver apdu list").output
        == #"{"payload":{"data":[{"env":"0","name":"virtual travel-euicc"}],"#
        + #""env":"LPAC_APDU_PCSC_DRV_IFID"},"type":"driver"}"# + "\n")
  }

  // By the name of the program or as a command of it, it is the same.
  @Test(arguments: [("profile list", "profiles list"), ("chip info", "chip info")])
  func itPrintsWhatTheFormatDoes(words: String, ours: String) throws {
    let linked = try LPAC().run(words)
    let named = try Command.bash("$CARDINFO lpac --virtual travel-euicc \(words)")
    let format = try Command.bash("$CARDINFO \(ours) --format lpac --virtual travel-euicc")
    #expect(linked.status == 0 && linked.output == format.output)
    #expect(named.status == 0 && named.output == format.output)
  }

  @Test func theNotifications() throws {
    let format = try Command.bash(
      "$CARDINFO notifications list --format lpac --virtual travel-euicc")
    #expect(try LPAC().run("notification list").output == format.output)
    for numbers in ["-a", "41 42 43", "43 -a"] {
      let dump = try LPAC().run("notification dump \(numbers)")
      let whole = try Command.bash(
        "$CARDINFO notifications dump --format lpac --virtual travel-euicc")
      #expect(dump.status == 0 && dump.output == whole.output)
    }
  }

  @Test(arguments: [
    "profile enable \(second)", "profile enable \(second) 1", "profile enable \(second) 0",
    "profile disable \(first)", "profile disable A0000005591010FFFFFFFF8900001000 yes",
    "profile nickname \(first) -x", "profile nickname \(first)", "profile nickname \(second)",
    "profile delete \(second)", "chip defaultsmdp new.example", "chip defaultsmdp smdp.example.com",
    "chip defaultsmdp ''", "chip purge yes", "notification remove 41",
    "notification remove 43 41", "notification remove -a", "notification remove",
    "notification process",
  ])
  func whatIsDone(words: String) throws {
    let run = try LPAC().run(words)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasSuffix(
        #"{"payload":{"code":0,"data":null,"message":"success"},"type":"lpa"}"# + "\n"))
    #expect(run.errors == "")
  }

  // Each with the function of lpac that would have failed, and nothing else.
  @Test(arguments: [
    ("profile enable \(first)", "travel-euicc", "es10c_enable_profile"),
    ("profile enable 8900000000000000000", "travel-euicc", "es10c_enable_profile"),
    ("profile enable 8985", "travel-euicc", "es10c_enable_profile"),
    ("profile enable ''", "travel-euicc", "es10c_enable_profile"),
    ("profile enable \(second)", "says-done", "es10c_enable_profile"),
    ("profile disable \(second)", "travel-euicc", "es10c_disable_profile"),
    ("profile delete \(first)", "travel-euicc", "es10c_delete_profile"),
    ("profile nickname 89 x", "travel-euicc", "es10c_set_nickname"),
    (
      "profile nickname \(first) \(String(repeating: "x", count: 65))", "travel-euicc",
      "es10c_set_nickname"
    ),
    ("profile list", "mute", "euicc_init"), ("profile list", "plain-sim", "euicc_init"),
    ("profile list", "profiles-refused", "es10c_get_profiles_info"),
    ("profile enable \(second)", "profiles-refused", "es10c_get_profiles_info"),
    ("notification list", "notifications-refused", "es10b_list_notification"),
    ("notification remove -a", "notifications-refused", "es10b_list_notification"),
    ("chip info", "information-empty", "es10c_ex_get_euiccinfo2"),
    ("chip defaultsmdp 'a b'", "travel-euicc", "es10a_set_default_dp_address"),
    ("chip purge yes", "blank-euicc", "es10c_euicc_memory_reset"),
    ("notification remove 99", "travel-euicc", "es10b_remove_notification_from_list"),
    ("notification dump 99", "travel-euicc", "es10b_retrieve_notifications_list"),
    ("notification process 99", "travel-euicc", "es10b_retrieve_notifications_list"),
    ("profile download -a 07700900123", "travel-euicc", "activation_code"),
    ("profile download -a 'LPA:1$localhost:1$X Y'", "travel-euicc", "matching_id"),
    ("profile download -a 'LPA:1$localhost:1$X$$1'", "travel-euicc", "confirmation_code"),
    ("profile download -s https://x", "travel-euicc", "smdp"),
    ("profile download -m X", "blank-euicc", "smdp"),
    ("profile download -s localhost:1 -i 12", "travel-euicc", "imei"),
    ("profile download -s localhost:1", "m2m-euicc", "euicc_init"),
    ("profile discovery -s x:y", "travel-euicc", "smds"),
  ])
  func whatIsNotDone(words: String, card: String, function: String) throws {
    let run = try LPAC().run(words, on: card)
    #expect(run.status == 255)
    let answer = try run.answer
    #expect(answer.code == -1)
    #expect(answer.message == function, "\(run.output)")
  }

  @Test(arguments: [
    ("", "<driver|chip|profile|notification|version>"), ("bogus", "usage: lpac <driver"),
    ("profile", "<list|enable|disable|nickname|delete|download|discovery>"),
    ("driver apdu", "usage: lpac driver apdu <list>"), ("chip purge", "chip purge yes"),
    ("chip purge no", "chip purge yes"), ("profile enable", "ICCID|AID [1|0]"),
    ("profile enable \(second) maybe", "[1|0]"), ("profile download -h", "[-a CODE"),
    ("profile download -x", "there is no option -x"), ("profile download -s", "-s wants a value"),
    ("notification process x", "NUMBER"), ("notification remove 41x", "NUMBER"),
    ("notification dump -- -1", "NUMBER"), ("notification replay", "<list|process|remove|dump>"),
  ])
  func whatIsNotUnderstood(words: String, says: String) throws {
    let run = try LPAC().run(words)
    #expect(run.status == 255)
    #expect(run.output.contains(says), "\(run.output)")
    #expect(!run.output.contains("{"))
  }

  @Test func aServerThatCantBeReachedGetsItLater() throws {
    let run = try LPAC().run("notification process -ra")
    #expect(run.status == 255)
    #expect(try run.answer.message == "es9p_handle_notification")
    #expect(
      try run.progress == [
        "es10b_list_notification", "es10b_retrieve_notifications_list", "es9p_handle_notification",
        "es10b_retrieve_notifications_list", "es9p_handle_notification",
      ])
    // The second was held back behind the first, the third's server is another.
    #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("cardinfo: #") }.count == 2)
  }
}

/// lpac's environment variables.
struct LPACEnvironmentTests {
  private static let second = "A06573746B6D65FFFF4953442D522031"

  @Test(arguments: [
    (["LPAC_APDU": "pcsc", "LPAC_HTTP": "curl"], "profile list", "travel-euicc"),
    (["LPAC_HTTP": "stdio"], "profile list", "travel-euicc"),
    (["LPAC_APDU": "mbim"], "version", "travel-euicc"),
    (["LPAC_APDU": "mbim"], "driver list", "travel-euicc"),
    (["LPAC_APDU": "", "LPAC_CUSTOM_ISD_R_AID": ""], "profile list", "travel-euicc"),
    (["LPAC_CUSTOM_ES10X_MSS": "6"], "profile enable 8985203012345678902", "travel-euicc"),
    (["LPAC_CUSTOM_ES10X_MSS": "0"], "chip info", "travel-euicc"),
    (["LPAC_CUSTOM_ISD_R_AID": "a0000005591010ffffffff8900000100"], "chip info", "travel-euicc"),
    (["LPAC_CUSTOM_ISD_R_AID": second], "chip info", "two-elements"),
  ])
  func whatIsHonoured(variables: [String: String], words: String, card: String) throws {
    let run = try LPAC().run(words, on: card, environment: variables)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    (["LPAC_APDU": "mbim"], "profile list", "LPAC_APDU is mbim"),
    (["LPAC_APDU": "stdio"], "driver apdu list", "LPAC_APDU is stdio"),
    (["LPAC_HTTP": "stdio"], "profile download -s localhost:1", "LPAC_HTTP is stdio"),
    (["LPAC_HTTP": "winhttp"], "profile discovery -s localhost:1", "LPAC_HTTP is winhttp"),
    (["LPAC_HTTP": "stdio"], "notification process -a", "LPAC_HTTP is stdio"),
    (["LPAC_CUSTOM_ES10X_MSS": "5"], "profile list", "may be 6 to 255"),
    (["LPAC_CUSTOM_ES10X_MSS": "300"], "profile list", "may be 6 to 255"),
    (["LPAC_CUSTOM_ES10X_MSS": "many"], "profile list", "may be 6 to 255"),
    (["LPAC_CUSTOM_ISD_R_AID": "A0"], "profile list", "no eUICC answers by the name"),
    (["LPAC_CUSTOM_ISD_R_AID": second], "chip purge yes", "no eUICC answers by the name"),
    (["LPAC_CUSTOM_ISD_R_AID": "A"], "profile list", "is no name of an application"),
    (["LPAC_CUSTOM_ISD_R_AID": "XY"], "profile list", "is no name of an application"),
  ])
  func whatIsRefused(variables: [String: String], words: String, says: String) throws {
    let run = try LPAC().run(words, environment: variables)
    #expect(run.status == 255)
    #expect(run.output.contains(says), "\(run.output)")
    #expect(try run.answer.code == -1)
  }

  @Test func eachSecureElementByItsName() throws {
    func eid(_ aid: String) throws -> String {
      struct Chip: Decodable { var eidValue: String }
      return try LPAC().run(
        "chip info", on: "two-elements", environment: ["LPAC_CUSTOM_ISD_R_AID": aid]
      ).data(Chip.self).eidValue
    }
    #expect(try eid(Self.second) != eid("A06573746B6D65FFFF4953442D522030"))
    // Not one of the two for the other.
    for words in ["profile list", "chip purge yes"] {
      let run = try LPAC().run(words, on: "two-elements")
      #expect(run.status == 255 && run.errors.contains(Self.second))
    }
  }

  @Test func theExchangesAreShownWithoutIdentifiers() throws {
    for name in ["LPAC_APDU_DEBUG", "LIBEUICC_DEBUG_APDU"] {
      let run = try LPAC().run("profile list", environment: [name: "1"])
      #expect(run.status == 0)
      #expect(run.errors.contains("  > 00A40400"))
      #expect(!run.errors.contains("984405103254769810F1"))
    }
  }
}
