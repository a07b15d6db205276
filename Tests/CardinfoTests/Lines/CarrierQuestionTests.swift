import Carriers
import Testing

@testable import cardinfo

/// What people ask for, by short names, names in their own script, and hotlines.
struct CarrierQuestionTests {
  private static let book = Result { try CarrierBook.shipped() }

  @Test(
    arguments: [
      ("移动", .name, ["china-mobile"]), ("联通", .name, ["china-unicom"]),
      ("电信", .name, ["china-telecom"]), ("广电", .name, ["china-broadnet"]),
      ("小米移动", .name, ["xiaomi-mobile"]), ("天翼", .name, ["china-telecom"]),
      ("ドコモ", .name, ["ntt-docomo"]), ("docomo", .name, ["ntt-docomo"]),
      ("ソフトバンク", .name, ["softbank"]), ("楽天モバイル", .name, ["rakuten-mobile"]),
      ("アハモ", .name, ["ahamo"]), ("ワイモバイル", .name, ["ymobile"]),
      ("マイネオ", .name, ["mineo"]), ("au", .name, ["kddi"]),
      ("中國移動香港", .name, ["china-mobile-hong-kong"]), ("數碼通", .name, ["smartone"]),
      ("数码通", .name, ["smartone"]), ("1O1O", .name, ["csl"]), ("澳門電訊", .name, ["ctm"]),
      ("中華電信", .name, ["chunghwa-telecom"]), ("遠傳", .name, ["far-eastone"]),
      ("台哥大", .name, ["taiwan-mobile"]), ("台灣大哥大", .name, ["taiwan-mobile"]),
      ("10086", .hotline, ["china-mobile"]), ("10010", .hotline, ["china-unicom"]),
      ("10000", .hotline, ["china-telecom"]), ("10099", .hotline, ["china-broadnet"]),
      ("10001", .hotline, ["china-telecom"]), ("1008611", .hotline, ["china-mobile"]),
      ("+8613800100186", .hotline, ["china-mobile"]), ("400-100-5678", .hotline, ["xiaomi-mobile"]),
      ("43430", .hotline, ["giffgaff"]), ("2945 8888", .hotline, ["china-mobile-hong-kong"]),
      ("46000", .plmn, ["china-mobile"]), ("898600B5112233445566", .iccid, ["china-mobile"]),
      ("8986150000000000001", .iccid, ["china-broadnet"]),
      // Of the list of issuers (Operational Bulletin 1295).
      ("8949020000000000001", .iccid, ["telekom-de"]),
      ("8949200000000000001", .iccid, ["vodafone-de"]),
      ("8949220000000000001", .iccid, ["o2-de"]), ("8933010000000000001", .iccid, ["orange-fr"]),
      ("8933100000000000001", .iccid, ["sfr"]), ("8933150000000000001", .iccid, ["free-mobile"]),
      ("8933200000000000001", .iccid, ["bouygues-telecom"]),
      ("8927010000000000001", .iccid, ["mtn-za"]), ("8944110000000000001", .iccid, ["o2-uk"]),
      ("8981100000000000001", .iccid, ["ntt-docomo"]), ("8985203000000000001", .iccid, ["3hk"]),
      ("8985301000000000001", .iccid, ["ctm"]), ("8965030000000000001", .iccid, ["m1"]),
      ("8949380000000000001", .iccid, []),
      // What profiles call their providers, and servers in activation codes.
      ("Airalo", .name, ["airalo"]), ("BikaGo", .name, ["bikago"]),
      ("Orange Holiday", .name, ["orange-travel"]),
      ("红茶移动", .name, ["redteago"]), ("携程", .name, ["trip-com"]),
      ("rsp.truphone.com", .server, ["truphone"]),
      ("RSP-EU.redteamobile.com", .server, ["redteago"]),
      ("rsp.example.com", .name, []), ("90128", .plmn, []),
      ("+8613812345678", .number, []), ("99999", .plmn, []), ("4711", .name, []),
    ] as [(String, CarrierQuestion.Kind, [Carrier.ID])])
  func itIsAnswered(asked: String, kind: CarrierQuestion.Kind, carriers: [Carrier.ID]) throws {
    let question = CarrierQuestion(asked, gid1: nil, gid2: nil, spn: nil, imsi: nil)
    let answer = question.answer(in: try Self.book.get())
    #expect(answer.kind == kind)
    #expect(answer.candidates.map(\.carrier.id) == carriers)
  }

  /// Many carriers answer at short numbers: all are named, none is chosen.
  @Test func aHotlineOfSeveralIsOfAll() throws {
    let question = CarrierQuestion("1000", gid1: nil, gid2: nil, spn: nil, imsi: nil)
    let answer = question.answer(in: try Self.book.get())
    #expect(Set(answer.candidates.map(\.carrier.id)).isSuperset(of: ["csl", "ctm"]))
    #expect(Set(answer.candidates.map(\.score)).count == 1)
  }

  /// A group identifier of nobody known is said; what is all ones is not written, and one that tells
  /// has told.
  @Test(
    arguments: [
      ("1F", [.gid1]), ("FFFF", []), ("508FFF", []), (nil, []),
    ] as [(String?, [Candidate.Attribute])])
  func anUnmatchedGroupIsSaid(gid1: String?, unmatched: [Candidate.Attribute]) throws {
    let question = CarrierQuestion("23410", gid1: gid1, gid2: nil, spn: nil, imsi: nil)
    let answer = question.answer(in: try Self.book.get())
    #expect(question.unmatched(among: answer.candidates) == unmatched)
  }

  @Test(arguments: [("90128", true), ("26299", false)])
  func whatBelongsToNoCountryIsSaid(plmn: String, isInternational: Bool) {
    let question = CarrierQuestion(plmn, gid1: nil, gid2: nil, spn: nil, imsi: nil)
    #expect(question.countries(as: .plmn).contains(.international) == isInternational)
  }
}
