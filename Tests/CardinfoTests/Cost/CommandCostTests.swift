import CardState
import Testing

/// What each command costs a card: no exchange that its answer does not need.
struct CommandCostTests {
  /// The rows and columns of the table in Docs/performance.md: exchanges of commands with cards.
  private static let table: KeyValuePairs<String, [String: Int]> = [
    "read": [
      "plain-euicc": 30, "travel-euicc": 31, "t1-only": 23, "plain-sim": 34, "gsm-2g": 36,
    ],
    "--only identity,profiles": [
      "plain-euicc": 9, "travel-euicc": 10, "t1-only": 8, "plain-sim": 10, "gsm-2g": 16,
    ],
    "profiles list": [
      "plain-euicc": 5, "travel-euicc": 6, "t1-only": 4, "plain-sim": 14, "gsm-2g": 1,
    ],
    "profiles list --format lpac": ["plain-euicc": 5, "travel-euicc": 6, "t1-only": 4],
    "notifications list": [
      "plain-euicc": 5, "travel-euicc": 5, "t1-only": 3, "plain-sim": 14, "gsm-2g": 1,
    ],
    "chip": ["plain-euicc": 9, "travel-euicc": 9, "t1-only": 5, "plain-sim": 14, "gsm-2g": 1],
  ]

  @Test(arguments: table.map { ($0.key, $0.value) })
  func noMoreExchangesThanAreNeeded(command: String, cards: [String: Int]) throws {
    for (card, expected) in cards {
      let run = try TracedRun(command, on: card)
      #expect(run.count == expected, "\(command) on \(card): \(run.purposes)")
    }
  }

  /// The bounds that are promised, over every eUICC that answers to the standard name at once.
  @Test(arguments: [
    ("notifications list", 6), ("chip", 9), ("profiles list", 6), ("read", 33),
  ]) func boundsHold(command: String, bound: Int) throws {
    for card in ["plain-euicc", "travel-euicc", "used-euicc", "blank-euicc", "pin-locked-euicc"] {
      let run = try TracedRun(command, on: card)
      #expect(run.count <= bound, "\(command) on \(card): \(run.purposes)")
    }
  }

  private static let eid = "ES10c.GetEID"
  private static let profiles = "ES10c.GetProfilesInfo"
  private static let notifications = "ES10b.ListNotification"
  private static let addresses = "ES10a.GetEuiccConfiguredAddresses"

  /// Each command calls its own functions, and no others.
  @Test(arguments: [
    ("profiles list", [eid, profiles]),
    ("notifications list", [eid, notifications]),
    ("chip", [eid, "EUICCInfo2", addresses, "ES10b.GetRAT"]),
    (
      "profiles list --full",
      [eid, profiles, "EUICCInfo2", addresses, "ES10b.GetRAT", notifications]
    ),
    ("profiles enable 8985 --yes", [eid, profiles, "ES10c.EnableProfile", notifications]),
    ("profiles disable 8944 --yes", [eid, profiles, "ES10c.DisableProfile", notifications]),
    ("profiles rename 8985 abroad --yes", [eid, profiles, "ES10c.SetNickname"]),
    (
      "profiles delete 8985 --yes --tail 8902",
      [eid, profiles, "ES10c.DeleteProfile", notifications]
    ),
    (
      "profiles reset --yes --tail 1755",
      [eid, profiles, "ES10c.eUICCMemoryReset", notifications]
    ),
    (
      "profiles default-address smdp.example.org --yes",
      [eid, addresses, "ES10a.SetDefaultDpAddress"]
    ),
    (
      "notifications remove 41 --yes",
      [eid, notifications, "ES10b.RemoveNotificationFromList"]
    ),
    ("notifications dump 41", [eid, "ES10b.RetrieveNotificationsList"]),
  ]) func eachCommandCallsItsOwnFunctions(command: String, functions: [String]) throws {
    let run = try TracedRun(command, on: "travel-euicc")
    #expect(run.result.status == 0, "\(run.result.errors)")
    // A function that is asked for in one of several ways says in which.
    let called = Set(run.functions.map { $0.split(separator: " ").first.map(String.init) ?? $0 })
    #expect(called == Set(functions), "\(run.purposes)")
  }

  @Test func iconsAreReadOnlyWhereTheyAreAskedFor() throws {
    for command in ["read", "profiles list", "notifications list"] {
      let text = try Command.bash("$CARDINFO \(command) --json --virtual travel-euicc").output
      #expect(!text.contains("89504E47"), "\(command)")
    }
    for command in ["profiles list --full --json", "profiles list --format lpac"] {
      let text = try Command.bash("$CARDINFO \(command) --virtual travel-euicc").output
      #expect(text.contains("89504E47") || text.contains("iVBOR"), "\(command)")
    }
  }

  @Test func whatIsNotAskedIsNotSaidToBeNone() throws {
    let chip = try Command.cardinfo("chip", "--json", "--virtual", "travel-euicc")
    let euicc = try chip.document().cards.first?.euiccs.first
    #expect(euicc?.info != nil && euicc?.profiles == nil && euicc?.notifications == nil)
    let text = try Command.cardinfo("chip", "--virtual", "travel-euicc").output
    #expect(!text.contains("no profiles") && !text.contains("no notification"))
  }
}
