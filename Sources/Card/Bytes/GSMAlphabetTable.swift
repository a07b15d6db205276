extension GSMAlphabet {
  /// What the codes from 00 to 7F mean; a code may be left open.
  struct SeptetTable: Sendable {
    private let scalars: [Unicode.Scalar?]

    /// What `septet` means.
    func scalar(_ septet: UInt8) -> Unicode.Scalar? {
      scalars.dropFirst(Int(septet)).first ?? nil
    }

    /// The scalars of `text`, from code 00 on.
    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// What stands in `entries`; all else is left open.
    init(_ entries: [UInt8: Unicode.Scalar]) {
      scalars = (UInt8(0x00)...0x7F).map { entries[$0] }
    }

    /// What stands in `entries`; all else as in `table`.
    init(_ table: SeptetTable, except entries: [UInt8: Unicode.Scalar]) {
      scalars = (UInt8(0x00)...0x7F).map { entries[$0] ?? table.scalar($0) }
    }

    /// The scalars of `frame` from code 00 on, with `letters` one after the other where it has a
    /// middle dot, and open where it has U+0000 or the letters have none.
    init(frame: String, letters: [Unicode.Scalar?]) {
      var letters = letters[...]
      scalars = frame.unicodeScalars.map { scalar in
        switch scalar {
        case "·": letters.popFirst() ?? nil
        case "\0": nil
        default: scalar
        }
      }
    }
  }
}
