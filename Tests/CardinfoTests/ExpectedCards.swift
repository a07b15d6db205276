import CardState

extension ExpectedCard {
  /// The cards that must read.
  static let all: [ExpectedCard] = plain + transports + contents + onEUICCs

  static func named(_ name: String) -> ExpectedCard? { all.first { $0.name == name } }

  private static let plain: [ExpectedCard] = [
    chinese("china-mobile"), chinese("china-mobile-new"), chinese("china-mobile-refused"),
    british("plain-sim"),
    ExpectedCard(
      name: "plain-euicc", iccid: "8965010123456789019", imsi: "525011234567890", mcc: "525",
      mnc: "01", spn: "Singtel",
      euiccs: [ExpectedEUICC(eid: "89086030000000000000012600063318", [singtel])]),
    british("pin-locked").with {
      $0.lock()
    },
    ExpectedCard(
      name: "gsm-2g", kind: .sim, iccid: "8944110000001234564", imsi: "234100000123456",
      mcc: "234", mnc: "10", mncSource: .efAD, spn: "BT Cellnet"),
    ExpectedCard(
      name: "two-elements", iccid: "8933010123456789017", imsi: "208011234567890", mcc: "208",
      mnc: "01", spn: "Orange F",
      euiccs: [
        ExpectedEUICC(
          isdrAID: "A06573746B6D65FFFF4953442D522030", eid: "89044045000000000000012600085592",
          [
            ExpectedProfile("8933010123456789017", .enabled, by: "Orange", owner: "20801"),
            hongKong,
          ]),
        ExpectedEUICC(
          isdrAID: "A06573746B6D65FFFF4953442D522031", eid: "35840574000000000000012600096687",
          [test]),
      ]),
  ]

  private static let transports: [ExpectedCard] =
    ["t0-61-6c", "no-sfi", "no-class-a0"].map(british)
    + [
      british("2g-only").with { $0.kind = .sim },
      travel("travel-euicc"),
      travel("t0-completed"),
      travel("t1-only").with { $0.transmissionProtocol = "T=1" },
      travel("small-chunks"),
      travel("small-chunks-t1").with { $0.transmissionProtocol = "T=1" },
      travel("proactive-pending"),
    ]

  private static let contents: [ExpectedCard] = [
    ExpectedCard(
      name: "iccid-18", iccid: "894922012345678904", imsi: "262075123456789", mcc: "262",
      mnc: "07", spn: "o2 - de"),
    british("iccid-19"),
    british("iccid-20").with { $0.iccid = "89441101234567890127" },
    ExpectedCard(
      name: "iccid-letters", iccid: "898600D2A123456789F1", imsi: "460001234567890", mcc: "460",
      mnc: "00", spn: "中国移动"),
    british("mnc-2"),
    british("mnc-3").with {
      $0.iccid = "8901260123456789011"
      $0.imsi = "310260123456789"
      $0.mcc = "310"
      $0.mnc = "260"
      $0.spn = "T-Mobile"
    },
    british("ad-short").with { $0.mncSource = .countryCode },
    british("never-used"),
  ]

  private static let onEUICCs: [ExpectedCard] =
    [
      "channels-refused", "channels-unknown", "terminal-capability-first", "isdr-not-on-basic",
    ].map(travel)
    // Without a tag list an eUICC leaves the owner out (SGP.22 §5.7.15).
    + ["tag-list-refused", "tag-list-error"].map { travel($0).withoutOwners }
    + ["blank-euicc", "full-euicc"].map(blank)
    + [
      travel("used-euicc"),
      travel("vendor-aid").with {
        $0.euiccs = $0.euiccs.map {
          ExpectedEUICC(
            isdrAID: "A0000005591010FFFFFFFF8900050500", eid: $0.eid, $0.profiles)
        }
      },
      travel("pin-locked-euicc").with { $0.lock() },
      ExpectedCard(
        name: "pin-on-euicc", iccid: "8965010123456789019", spn: "Singtel", pinEnabled: true,
        warnings: ["pin1.required"],
        euiccs: [ExpectedEUICC(eid: "89086030000000000000012600063318", [singtel])]),
      ExpectedCard(
        name: "empty-euicc", kind: .euicc, pinEnabled: nil, warnings: ["euicc.noEnabledProfile"],
        euiccs: [ExpectedEUICC(eid: "89086030000000000000012600063318", [hongKong])]),
    ]

  private static func chinese(_ name: String) -> ExpectedCard {
    ExpectedCard(
      name: name, iccid: "898600B5112233445566", imsi: "460001234567890", mcc: "460", mnc: "00",
      spn: "中国移动")
  }

  private static func british(_ name: String) -> ExpectedCard {
    ExpectedCard(
      name: name, iccid: "8944110123456789013", imsi: "234105123456789", mcc: "234", mnc: "10",
      spn: "giffgaff")
  }

  private static func travel(_ name: String) -> ExpectedCard {
    ExpectedCard(
      name: name, iccid: "8944500123456789011", imsi: "234501234567890", mcc: "234", mnc: "50",
      spn: "Airalo",
      euiccs: [
        ExpectedEUICC(
          eid: "89049032000000000000012600041755",
          [
            ExpectedProfile(
              "8944500123456789011", .enabled, nickname: "airalo expires 5/25", by: "Airalo",
              owner: "23450"),
            hongKong,
            ExpectedProfile("8933010123456789017", by: "Orange", owner: "20801"),
            test,
          ])
      ])
  }

  private static func blank(_ name: String) -> ExpectedCard {
    ExpectedCard(
      name: name, kind: .euicc, pinEnabled: nil, warnings: ["euicc.noEnabledProfile"],
      euiccs: [ExpectedEUICC(eid: "89049032000000000000012600074735", [])])
  }

  private static let singtel = ExpectedProfile("8965010123456789019", .enabled, by: "Singtel")
  private static let hongKong = ExpectedProfile(
    "8985203012345678902", nickname: "出差 🇭🇰 每90天充值", by: "3HK", owner: "45403")
  private static let test = ExpectedProfile("8900101234567890120", class: .test, by: "Test network")

  private var withoutOwners: ExpectedCard {
    with { card in
      card.euiccs = card.euiccs.map { euicc in
        ExpectedEUICC(
          eid: euicc.eid,
          euicc.profiles.map {
            var profile = $0
            profile.owner = nil
            return profile
          })
      }
    }
  }

  private func with(_ change: (inout ExpectedCard) -> Void) -> ExpectedCard {
    var changed = self
    change(&changed)
    return changed
  }

  /// With PIN1 on the IMSI can't be read; everything else still is.
  private mutating func lock() {
    imsi = nil
    mcc = nil
    mnc = nil
    pinEnabled = true
    warnings = ["pin1.required"]
  }
}
