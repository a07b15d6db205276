import Card
import Testing

/// ETSI TS 102 221 annex A.
struct AlphaIdentifierEncodingTests {
  @Test(
    arguments: [
      ("Ab", 4, "4162FFFF"), ("@£", 2, "0001"), ("€", 2, "1B65"), ("中", 3, "804E2D"),
      ("", 2, "FFFF"), ("Abc", 2, nil), ("€", 1, nil), ("中", 2, nil), ("", -1, nil),
    ] as [(String, Int, String?)])
  func namesAreWritten(text: String, count: Int, hex: String?) {
    #expect(AlphaIdentifier.encode(text, count: count)?.hex == hex)
  }
}
