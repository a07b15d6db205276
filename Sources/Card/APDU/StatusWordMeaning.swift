extension StatusWord {
  /// What it means, as a short phrase (ISO/IEC 7816-4 tables 5 and 6, ETSI TS 102 221 §10.2.1,
  /// 3GPP TS 51.011 §9.4). Nil when the specifications leave it open.
  public var meaning: String? {
    if let meaning = Self.meanings[rawValue] { return meaning }
    switch sw1 {
    case 0x61: return "carried out, \(fetchable) bytes to be fetched"
    case 0x62: return "carried out, with a warning; the card's memory is unchanged"
    case 0x63:
      return triesLeft.map { "not verified, \($0) tries left" }
        ?? "carried out, with a warning; the card's memory has changed"
    case 0x64: return "execution error; the card's memory is unchanged"
    case 0x65: return "execution error; the card's memory has changed"
    case 0x67: return "wrong length"
    case 0x68: return "function of the class byte not supported"
    case 0x69: return "command not allowed"
    case 0x6A: return "wrong parameters"
    case 0x6C: return "wrong length; \(fetchable) bytes are there"
    case 0x91: return "carried out; a proactive command of \(fetchable) bytes is pending"
    case 0x92 where sw2 < 0x10: return "carried out after \(sw2) internal retries"
    case 0x9F: return "carried out, \(fetchable) bytes to be fetched"
    default: return nil
    }
  }

  /// The status word and what it means, for a sentence.
  public var explained: String { meaning.map { "\(self): \($0)" } ?? description }

  private var fetchable: Int { sw2 == 0 ? 256 : Int(sw2) }

  private static let meanings: [UInt16: String] = [
    0x9000: "carried out",
    0x6200: "no information given; the card's memory is unchanged",
    0x6281: "part of the data may be corrupted",
    0x6282: "end of file reached before all the bytes asked for",
    0x6283: "selected file is deactivated",
    0x6284: "selected file is terminated",
    0x6285: "selected file is in termination state",
    0x62F1: "more data is available",
    0x62F3: "response data is available",
    0x6300: "no information given; the card's memory has changed",
    0x6400: "execution error; the card's memory is unchanged",
    0x6500: "execution error; the card's memory has changed",
    0x6581: "memory problem",
    0x6601: "security problem",
    0x6700: "wrong length",
    0x6881: "logical channel not supported",
    0x6882: "secure messaging not supported",
    0x6981: "command does not fit the file's structure",
    0x6982: "security status not satisfied",
    0x6983: "authentication method or PIN blocked",
    0x6984: "referenced data invalidated",
    0x6985: "conditions of use not satisfied",
    0x6986: "command not allowed: no current file",
    0x6989: "command not allowed: secure channel",
    0x6A80: "wrong data",
    0x6A81: "function not supported",
    0x6A82: "file or application not found",
    0x6A83: "record not found",
    0x6A84: "not enough memory",
    0x6A86: "wrong parameters P1 P2",
    0x6A87: "length does not fit P1 P2",
    0x6A88: "referenced data not found",
    0x6B00: "wrong parameters P1 P2",
    0x6D00: "instruction not supported",
    0x6E00: "class not supported",
    0x6F00: "technical problem",
    0x9240: "memory problem",
    0x9300: "the SIM application toolkit is busy",
    0x9400: "no file selected",
    0x9402: "address out of range",
    0x9404: "file or pattern not found",
    0x9408: "file does not fit the command",
    0x9802: "no PIN initialised",
    0x9804: "PIN required or wrong",
    0x9808: "in contradiction with the PIN's status",
    0x9810: "in contradiction with the invalidation status",
    0x9840: "PIN blocked",
    0x9850: "value can't be increased, maximum reached",
    0x9862: "authentication error",
  ]
}
