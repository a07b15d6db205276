import Card
import Testing

/// The tables as 3GPP TS 23.038 annex A prints them.
struct SMSNationalLanguageTests {
  typealias Language = GSMAlphabet.NationalLanguage

  @Test(
    arguments: [
      (.turkish, "04 07 0B 0C 1C 1D 40 60 61 1B65", "€ıĞğŞşİça€"),
      (
        .portuguese, "04060708090B0C0E0F 12131415161718191A 1C1D1E 24 40 5B5C5D 60 7B7C7D",
        "êúíóçÔôÁáªÇÀ∞^\\€Ó|ÂâÊºÍÃÕÚ~ãõ`"
      ),
      // Spanish has no such table, and neither has an identifier that is not known.
      (.spanish, "04 1B65", "è€"),
      (Language(rawValue: 14), "04", "è"), (Language(rawValue: 255), "04", "è"),
    ] as [(Language, String, String)])
  func lockingShift(language: Language, hex: String, text: String) {
    #expect(GSMAlphabet.text(bytes(hex), locking: language) == text)
  }

  @Test(
    arguments: [
      (.turkish, "1B47 1B49 1B53 1B63 1B67 1B69 1B73 1B65 1B28 73", "ĞİŞçğış€{s"),
      (.spanish, "1B09 1B41 1B49 1B4F 1B55 1B61 1B69 1B6F 1B75 1B65 1B3D", "çÁÍÓÚáíóú€~"),
      (
        .portuguese,
        """
        1B05 1B09 1B0B 1B0C 1B0E 1B0F 1B12 1B13 1B15 1B16 1B17 1B18 1B19 1B1F 1B41 1B49 1B4F 1B55
        1B5B 1B5C 1B61 1B65 1B69 1B6F 1B75 1B7B 1B7C 1B7F
        """, "êçÔôÁáΦΓΩΠΨΣΘÊÀÍÓÚÃÕÂ€íóúãõâ"
      ),
      (Language(rawValue: 14), "1B47 1B65", "G€"), (Language(rawValue: 255), "1B28", "{"),
    ] as [(Language, String, String)])
  func singleShift(language: Language, hex: String, text: String) {
    #expect(GSMAlphabet.text(bytes(hex), single: language) == text)
  }

  @Test func aCodeThatTheSingleShiftTableLeavesOpenIsOfTheLockingShiftTable() {
    #expect(GSMAlphabet.text(bytes("1B04 1B47"), locking: .turkish, single: .spanish) == "€G")
    #expect(GSMAlphabet.text(bytes("1B04 1B1B"), locking: .hindi, single: .turkish) == "आ ")
  }

  /// Columns 0, 1, 2, the end of 3, 4 and 5 of the table, then 60 and 7B to 7F: places in the Unicode
  /// block, or `--` where the table is open. `..` stands for a sign that all of them have.
  @Test(
    arguments: [
      (
        .bengali, 0x0980,
        """
        01 02 03 05 06 07 08 09 0A 0B .. 0C -- .. -- 0F
        10 -- -- 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 -- 32 -- -- -- 36 37 38 39 3C 3D
        3E 3F 40 41 42 43 44 -- -- 47 48 -- -- 4B 4C 4D
        4E 57 5C 5D 70 71
        """
      ),
      (
        .gujarati, 0x0A80,
        """
        01 02 03 05 06 07 08 09 0A 0B .. 0C 0D .. -- 0F
        10 11 -- 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 -- 32 33 -- 35 36 37 38 39 3C 3D
        3E 3F 40 41 42 43 44 45 -- 47 48 49 -- 4B 4C 4D
        50 60 61 62 63 71
        """
      ),
      (
        .hindi, 0x0900,
        """
        01 02 03 05 06 07 08 09 0A 0B .. 0C 0D .. 0E 0F
        10 11 12 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        29 2A 2B ..
        2C 2D 2E 2F 30 31 32 33 34 35 36 37 38 39 3C 3D
        3E 3F 40 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D
        50 72 7B 7C 7E 7F
        """
      ),
      // The printed table has 0CAA at 24 as well as at 3D; the letter between 0CA0 and 0CA2 is meant.
      (
        .kannada, 0x0C80,
        """
        -- 02 03 05 06 07 08 09 0A 0B .. 0C -- .. 0E 0F
        10 -- 12 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 31 32 33 -- 35 36 37 38 39 3C 3D
        3E 3F 40 41 42 43 44 -- 46 47 48 -- 4A 4B 4C 4D
        55 56 60 61 62 63
        """
      ),
      (
        .malayalam, 0x0D00,
        """
        -- 02 03 05 06 07 08 09 0A 0B .. 0C -- .. 0E 0F
        10 -- 12 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 31 32 33 34 35 36 37 38 39 -- 3D
        3E 3F 40 41 42 43 44 -- 46 47 48 -- 4A 4B 4C 4D
        57 60 61 62 63 79
        """
      ),
      (
        .oriya, 0x0B00,
        """
        01 02 03 05 06 07 08 09 0A 0B .. 0C -- .. -- 0F
        10 -- -- 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 -- 32 33 -- 35 36 37 38 39 3C 3D
        3E 3F 40 41 42 43 44 -- -- 47 48 -- -- 4B 4C 4D
        56 57 60 61 62 63
        """
      ),
      (
        .punjabi, 0x0A00,
        """
        01 02 03 05 06 07 08 09 0A -- .. -- -- .. -- 0F
        10 -- -- 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 -- 32 33 -- 35 36 -- 38 39 3C --
        3E 3F 40 41 42 -- -- -- -- 47 48 -- -- 4B 4C 4D
        51 70 71 72 73 74
        """
      ),
      (
        .tamil, 0x0B80,
        """
        -- 02 03 05 06 07 08 09 0A -- .. -- -- .. 0E 0F
        10 -- 12 13 14 15 -- -- -- 19 1A .. -- 1C -- 1E
        .. .. 1F -- -- -- 23 24 .. .. -- -- .. -- .. 28
        29 2A -- ..
        -- -- 2E 2F 30 31 32 33 34 35 36 37 38 39 -- --
        3E 3F 40 41 42 -- -- -- 46 47 48 -- 4A 4B 4C 4D
        50 57 70 71 72 79
        """
      ),
      (
        .telugu, 0x0C00,
        """
        01 02 03 05 06 07 08 09 0A 0B .. 0C -- .. 0E 0F
        10 -- 12 13 14 15 16 17 18 19 1A .. 1B 1C 1D 1E
        .. .. 1F 20 21 22 23 24 .. .. 25 26 .. 27 .. 28
        -- 2A 2B ..
        2C 2D 2E 2F 30 31 32 33 -- 35 36 37 38 39 -- 3D
        3E 3F 40 41 42 43 44 -- 46 47 48 -- 4A 4B 4C 4D
        55 56 60 61 62 63
        """
      ),
      (
        .urdu, 0x0600,
        """
        27 22 28 7B 80 7E A6 2A C2 7F .. 79 7D .. 7A 7C
        2B 2C 81 84 83 85 86 87 2D 2E 2F .. 8C 88 89 8A
        .. .. 8F 8D 30 31 91 93 .. .. 99 32 .. 96 .. 98
        9A 33 34 ..
        35 36 37 38 39 41 42 A9 AA AB AF B3 B1 44 45 46
        BA BB BC 48 C4 D5 C1 BE 21 CC D0 D2 4D 50 4F 57
        54 55 51 53 56 70
        """
      ),
    ] as [(Language, UInt32, String)])
  func lettersOfTheLockingShift(language: Language, block: UInt32, printed: String) {
    let codes = Array(0x00...0x2F) + Array(0x3C...0x60) + Array(UInt8(0x7B)...0x7F)
    let places = printed.split(whereSeparator: \.isWhitespace)
    #expect(places.count == codes.count)
    for (code, place) in zip(codes, places) where place != ".." {
      let expected = UInt32(place, radix: 16).flatMap { Unicode.Scalar(block + $0) } ?? "\u{FFFD}"
      let text = GSMAlphabet.text([code], locking: language)
      #expect(text == String(expected), "code \([code].hex)")
    }
    let signs = bytes("0A 0D 1B1B 20 21 28 29 2C 2E 30 39 3A 3B 3F 61 7A")
    #expect(GSMAlphabet.text(signs, locking: language) == "\n\r  !)(,.09:;?az")
  }

  /// From 19 on: every code of its own that a language has behind the escape.
  @Test(
    arguments: [
      (
        .bengali, 0x0980,
        "66 67 .. 68 69 6A 6B 6C 6D 6E 6F 5F 60 61 62 .. .. 63 72 73 74 75 .. 76 77 78 79 7A"
      ),
      (.gujarati, 0x0A80, "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F"),
      (
        .hindi, 0x0900,
        """
        64 65 .. 66 67 68 69 6A 6B 6C 6D 6E 6F 51 52 .. .. 53 54 58 59 5A .. 5B 5C 5D 5E 5F 60 61 62
        63 70 71
        """
      ),
      (.kannada, 0x0C80, "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 5E 71 .. .. 72"),
      (
        .malayalam, 0x0D00,
        "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 70 71 .. .. 72 73 74 75 7A .. 7B 7C 7D 7E 7F"
      ),
      (.oriya, 0x0B00, "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 5C 5D .. .. 5F 70 71"),
      (.punjabi, 0x0A00, "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 59 5A .. .. 5B 5C 5E 75"),
      // The printed table has 0BEF at 24 as well as at 25; the digit between 8 and 9 is meant.
      (.tamil, 0x0B80, "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 73 74 .. .. 75 76 77 78 7A"),
      (
        .telugu, 0x0C00,
        "-- -- .. 66 67 68 69 6A 6B 6C 6D 6E 6F 58 59 .. .. 78 79 7A 7B 7C .. 7D 7E 7F"
      ),
      (
        .urdu, 0x0600,
        """
        00 01 .. F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 0C 0D .. .. 0E 0F 10 11 12 .. 13 14 1B 1F 40 52 58 6B
        6C 72 73 CD .. .. .. D4
        """
      ),
    ] as [(Language, UInt32, String)])
  func lettersOfTheSingleShift(language: Language, block: UInt32, printed: String) {
    for (code, place) in zip(UInt8(0x19)..., printed.split(whereSeparator: \.isWhitespace)) {
      guard let scalar = UInt32(place, radix: 16).flatMap({ Unicode.Scalar(block + $0) }) else {
        continue
      }
      #expect(GSMAlphabet.text([0x1B, code], single: language) == String(scalar), "\([code].hex)")
    }
    let hasDanda = language != .bengali && language != .telugu && language != .urdu
    #expect(
      GSMAlphabet.text(bytes("1B19 1B1A"), single: language).unicodeScalars
        .allSatisfy { $0 == "\u{0964}" || $0 == "\u{0965}" } == hasDanda)
    let signs = bytes("1B00 1B04 1B0A 1B0B 1B0F 1B13 1B15 1B18 1B28 1B2F 1B3D 1B40 1B5A 1B65 1B61")
    #expect(GSMAlphabet.text(signs, single: language) == "@¿\u{0C}*/¡¡*{\\~|Z€a")
  }
}
