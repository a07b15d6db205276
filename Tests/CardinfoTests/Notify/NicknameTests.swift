import Testing

@testable import cardinfo

/// A line's name as others may see it.
struct NicknameTests {
  @Test(arguments: [
    ("mum", "mum"), ("", ""), ("O2 2024", "O2 2024"), ("O2 2024 123456", "O…"), ("1234567", "…"),
    ("SIM +44 7700 900123", "SIM …"), ("+", "+"), ("a+1234567b", "a…b"), ("++1234567", "+…"),
    ("(020) 7946–0958 home", "(… home"), ("12 / - 34567", "12 / - 34567"), ("12 /-34567", "…"),
    ("123456   7", "…"), ("123456    7", "123456    7"), ("1234567 89", "…"), ("1234567 ", "… "),
    ("１２３４５６７", "…"), ("٠١٢٣٤٥٦", "…"), ("1_2_3_4_5_6_7", "1_2_3_4_5_6_7"),
    ("1234567a12345b7654321", "…a12345b…"), ("12345\t67", "12345\u{FFFD}67"),
  ])
  func longNumbersAreLeftOut(name: String, shown: String) {
    #expect(OpenDuty.nickname(name) == shown)
  }
}
