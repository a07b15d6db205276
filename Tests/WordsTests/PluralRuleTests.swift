import Testing

@testable import Words

/// The rules of the GNU gettext manual, "Additional functions for plural forms", and one of the
/// Unicode CLDR's for Arabic.
struct PluralRuleTests {
  @Test(
    arguments: [
      ("nplurals=1; plural=0;", [0, 1, 2, 5, 22], [0, 0, 0, 0, 0]),
      ("nplurals=2; plural=n != 1;", [0, 1, 2, 5, 22], [1, 0, 1, 1, 1]),
      ("nplurals=2; plural=n>1;", [0, 1, 2], [0, 0, 1]),
      // Latvian
      (
        "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2;",
        [0, 1, 11, 21, 111, 121], [2, 0, 1, 0, 1, 0]
      ),
      // Irish
      ("nplurals=3; plural=n==1 ? 0 : n==2 ? 1 : 2;", [0, 1, 2, 3], [2, 0, 1, 2]),
      // Romanian
      (
        "nplurals=3; plural=n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2;",
        [0, 1, 2, 19, 20, 100, 101, 119, 120], [1, 0, 1, 1, 2, 2, 1, 1, 2]
      ),
      // Lithuanian
      (
        "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2;",
        [0, 1, 2, 9, 10, 11, 12, 21, 22, 30], [2, 0, 1, 1, 2, 2, 2, 0, 1, 2]
      ),
      // Russian, Ukrainian, Serbian, Croatian
      (
        """
        nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || \
        n%100>=20) ? 1 : 2;
        """,
        [0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 25, 101, 111, 112],
        [2, 0, 1, 1, 2, 2, 2, 2, 2, 0, 1, 2, 0, 2, 2]
      ),
      // Czech, Slovak
      (
        "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;", [0, 1, 2, 4, 5, 22],
        [2, 0, 1, 1, 2, 2]
      ),
      // Polish
      (
        "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
        [0, 1, 2, 4, 5, 12, 14, 21, 22, 24, 25, 112, 122],
        [2, 0, 1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 1]
      ),
      // Slovenian
      (
        "nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3;",
        [0, 1, 2, 3, 4, 5, 101, 102, 104, 111], [3, 0, 1, 2, 2, 3, 0, 1, 2, 3]
      ),
      // Arabic
      (
        """
        nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 \
        ? 4 : 5;
        """,
        [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111], [0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4]
      ),
    ] as [(String, [UInt], [Int])])
  func numbersTakeTheFormsOfTheLanguage(rule: String, numbers: [UInt], forms: [Int]) throws {
    let rule = try PluralRule(parsing: rule)
    #expect(numbers.map { rule.form(for: $0) } == forms)
    #expect((0...1_000).allSatisfy { rule.hasForm(for: $0) })
  }

  @Test(
    arguments: [
      ("1+2*3", 7), ("(1+2)*3", 9), ("7-2-1", 4), ("8/2/2", 2), ("7%4*2", 6), ("!n", 1),
      ("!!5", 1), ("!0+1", 2), ("1<2==1", 1), ("0||0&&1", 0), ("1||0&&0", 1), ("2>=2", 1),
      ("3<=2", 0), ("1 ? 2 : 0 ? 3 : 4", 2), ("0?1:0?3:4", 4), ("1?0?5:6:7", 6), ("(((9)))", 9),
      ("\tn + 1", 1), ("1||1/0", 1), ("0&&1/0", 0),
    ] as [(String, Int)])
  func operatorsBindAsInC(expression: String, value: Int) throws {
    #expect(
      try PluralRule(parsing: "nplurals=16; plural=\(expression)").form(for: 0) == value)
  }

  /// As gettext does.
  @Test func whereTheRuleHasNoFormItIsTheFirst() throws {
    for expression in ["5", "1/n", "1%n", "0-1"] {
      let rule = try PluralRule(parsing: "nplurals=2; plural=\(expression);")
      #expect(rule.form(for: 0) == 0)
      #expect(!rule.hasForm(for: 0))
    }
    #expect(PluralRule.english.form(for: .max) == 1)
  }

  @Test(
    arguments: [
      ("", .numberOfForms), ("plural=n", .numberOfForms), ("nplurals=0; plural=0", .numberOfForms),
      ("nplurals=17; plural=0", .numberOfForms), ("nplurals=x; plural=0", .numberOfForms),
      ("nplurals=INTEGER; plural=EXPRESSION;", .numberOfForms), ("nplurals=2", .isMissing),
      ("nplurals=2; plural=", .syntax), ("nplurals=2; plural=m", .syntax),
      ("nplurals=2; plural=n n", .syntax), ("nplurals=2; plural=(n", .syntax),
      ("nplurals=2; plural=n)", .syntax), ("nplurals=2; plural=n ? 1", .syntax),
      ("nplurals=2; plural=n = 1", .syntax), ("nplurals=2; plural=-1", .syntax),
      ("nplurals=2; plural=n & 1", .syntax), ("nplurals=2; plural=1 +", .syntax),
      ("nplurals=2; plural=99999999999999999999", .syntax), ("nplurals=2; plural=n１", .syntax),
    ] as [(String, PluralRule.Problem)])
  func whatIsNoRuleIsRefused(text: String, problem: PluralRule.Problem) {
    #expect(throws: problem) { try PluralRule(parsing: text) }
  }

  @Test func deepNestingIsRead() throws {
    let deep = String(repeating: "(", count: 400) + "n" + String(repeating: ")", count: 400)
    #expect(try PluralRule(parsing: "nplurals=2; plural=\(deep)").form(for: 1) == 1)
    let nots = String(repeating: "!", count: 990) + "n"
    #expect(try PluralRule(parsing: "nplurals=2; plural=\(nots)").form(for: 1) == 1)
    #expect(throws: PluralRule.Problem.isTooLong) {
      try PluralRule(parsing: "nplurals=2; plural=n\(String(repeating: "+n", count: 600))")
    }
  }
}
