import Foundation
import Testing

/// The life of a line, through real pcscd: each step is another process, at another date.
@Suite(.enabled(if: PCSCD.isAvailable, PCSCD.comment), .serialized)
struct StoryTests {
  /// A new SIM is tracked, warns, lapses into its stage, is topped up, registers again, and its
  /// renewal is confirmed for that reason.
  @Test func aLineIsTrackedLapsesAndIsRenewed() throws {
    let ledger = try Scratch()
    let result = try Command.bash(
      """
      Tests/System/private-pcscd --slots 1 -- bash -c '
      set -eu
      at() { Tests/System/at "@$1T10:00:00" "${@:2}"; }
      in_reader() {
        local status=0
        Tests/System/with-virtual-cards $CARDINFO "$1" -- Tests/System/at "@$2T10:00:00" "${@:3}" \
          || status=$?
        while $CARDINFO readers --json | grep -q "\"present\""; do sleep 0.05; done
        return $status
      }
      step() { echo "== $1"; }
      step new;       in_reader china-mobile-new 2026-01-05 $CARDINFO
      step tracked;   at 2026-01-05 $CARDINFO line add --iccid 898600B5112233445566 \
                        --name home --rule china-mobile-prepaid
      step topped-up; at 2026-01-05 $CARDINFO log home topup 50 CNY
      step in-use;    in_reader china-mobile 2026-01-06 $CARDINFO
      step warns;     at 2026-03-10 $CARDINFO lines
      step critical;  at 2026-04-01 $CARDINFO lines --due 30d
      step lapsed;    in_reader china-mobile-refused 2026-04-10 $CARDINFO
      step guide;     at 2026-04-10 $CARDINFO renew home guide --all
      step planned;   at 2026-04-10 $CARDINFO renew home start 50 CNY --by weChatPay
      step submitted; at 2026-04-11 $CARDINFO renew home submitted
      step too-early; in_reader china-mobile-refused 2026-04-11 \
                        $CARDINFO renew home verify || echo "status $?"
      step logged;    at 2026-04-11 $CARDINFO log home topup 50 CNY
      step verified;  in_reader china-mobile 2026-04-12 $CARDINFO renew home verify
      step alive;     at 2026-04-12 $CARDINFO line show home
      step json;      in_reader china-mobile 2026-04-13 $CARDINFO --json
      '
      """,
      environment: ["XDG_DATA_HOME": ledger.directory.path(), "TZ": "Asia/Shanghai"])
    #expect(result.status == 0, "\(result.errors)")
    let steps = try Steps(result.output)
    #expect(steps["new"].contains("--rule china-mobile-prepaid"))
    #expect(steps["tracked"].contains("? unknown"))
    #expect(steps["topped-up"].contains("● active, 90 days left (2026-04-05)"))
    #expect(steps["in-use"].contains("● home  active, 89 days left"))
    #expect(steps["warns"].contains("▲  home  2026-04-02  2026-04-05  top up"))
    #expect(steps["critical"].contains("✖  home  2026-04-02  2026-04-05  top up"))
    #expect(steps["lapsed"].contains("✖ home  suspended, 85 days left (2026-07-04)"))
    #expect(steps["lapsed"].contains("top up, at least 10 CNY"))
    #expect(steps["guide"].contains("send the SMS YE"))
    #expect(steps["guide"].contains("a network accepts it again"))
    #expect(steps["planned"].contains("planned  50 CNY, WeChat Pay"))
    #expect(steps["submitted"].contains("submitted"))
    #expect(steps["too-early"].contains("did not take effect"))
    #expect(steps["too-early"].contains("a network still refuses it"))
    #expect(steps["too-early"].contains("status 1"))
    #expect(steps["verified"].contains("took effect, by the new registration"))
    #expect(steps["verified"].contains("a network accepts it again"))
    #expect(steps["alive"].contains("● active, 83 days left (2026-07-04)"))
    #expect(steps["alive"].contains("confirmed  50 CNY, WeChat Pay, the new registration"))
    #expect(!steps["alive"].contains("3  2026-04-11  top-up"), "the top-up was recorded once")
    let line = try #require(try ReportedCard.all(in: steps["json"]).first?.lines?.first)
    #expect(line.verdict.state == "active" && line.verdict.dueOn == "2026-07-04")
  }
}

/// What a script printed after each `== NAME`.
private struct Steps {
  private var texts: [String: String] = [:]

  init(_ output: String) throws {
    for part in output.components(separatedBy: "== ").dropFirst() {
      let name = part.prefix { $0 != "\n" }
      texts[String(name)] = String(part.dropFirst(name.count + 1))
    }
    try #require(!texts.isEmpty)
  }

  subscript(name: String) -> String { texts[name] ?? "" }
}
