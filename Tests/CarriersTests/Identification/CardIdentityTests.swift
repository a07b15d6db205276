import CardState
import Carriers
import FoundationEssentials
import Testing

struct CardIdentityTests {
  private func card(_ change: (inout Subscriber) -> Void) -> CardSnapshot {
    var card = CardSnapshot(
      readAt: Date(timeIntervalSince1970: 0), reader: .init(name: "r", index: 0), atr: "3B",
      protocol: "T=0")
    var subscriber = Subscriber()
    change(&subscriber)
    card.subscriber = subscriber
    return card
  }

  @Test func theCardSaysHowLongTheMNCIs() {
    let known = CardIdentity(
      card {
        $0.imsi = "310260123456789"
        $0.mcc = "310"
        $0.mnc = "260"
        $0.mncSource = .efAD
      })
    #expect(known.plmns == ["310260"])
  }

  @Test func bothReadingsAreKeptWhereNothingSaysIt() {
    let guessed = CardIdentity(
      card {
        $0.imsi = "405861234567890"
        $0.mcc = "405"
        $0.mnc = "86"
        $0.mncSource = .countryCode
      })
    #expect(guessed.plmns == ["40586", "405861"])
    #expect(CardIdentity(card { $0.imsi = "405861234567890" }).plmns == ["40586", "405861"])
    #expect(CardIdentity(card { $0.imsi = "40586" }).plmns.isEmpty)
    #expect(CardIdentity(card { _ in }).plmns.isEmpty)
  }

  @Test func theEnabledProfileSpeaksForTheCard() {
    var profile = Profile()
    profile.iccid = "8944100000000000001"
    profile.state = .enabled
    profile.serviceProvider = "Seller"
    profile.owner = .init(plmn: "23410", gid1: "508", gid2: nil)
    var other = Profile()
    other.iccid = "8986000000000000001"
    other.serviceProvider = "Other"
    var read = card {
      $0.imsi = "234107512345678"
      $0.mcc = "234"
      $0.mnc = "10"
      $0.mncSource = .efAD
      $0.spn = "giffgaff"
    }
    read.iccid = "8944100000000000001"
    read.euiccs = [EUICC(isdrAID: "A0", eid: "89", profiles: [other, profile])]
    let identity = CardIdentity(read)
    #expect(identity.provider == "Seller")
    #expect(identity.gid1 == "508")
    #expect(identity.spn == "giffgaff")
    #expect(identity.plmns == ["23410"])
    #expect(CardIdentity(other).provider == "Other")
    #expect(CardIdentity(other).plmns.isEmpty)

    // A subscription of another ICCID than every profile's is not the profile's.
    read.iccid = "8949000000000000001"
    #expect(CardIdentity(read).provider == nil)
    // Nor is a card without an enabled subscription that of a disabled one.
    read.iccid = nil
    profile.state = .disabled
    read.euiccs = [EUICC(isdrAID: "A0", eid: "89", profiles: [profile])]
    #expect(CardIdentity(read).provider == nil)
  }
}
