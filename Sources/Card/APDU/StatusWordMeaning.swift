public import Words

extension StatusWord {
  /// What it means, as a short phrase (ISO/IEC 7816-4 tables 5 and 6, ETSI TS 102 221 §10.2.1,
  /// 3GPP TS 51.011 §9.4). Nil when the specifications leave its meaning open.
  public var meaning: Words? {
    if let meaning = Self.meanings[rawValue] { return meaning }
    switch sw1 {
    case 0x61: return withDataToFetch
    case 0x62: return Words("carried out, with a warning; the card's memory is unchanged")
    case 0x63:
      return triesLeft.map {
        Words($0, one: "not verified, \($0) try left", other: "not verified, \($0) tries left")
      } ?? Words("carried out, with a warning; the card's memory has changed")
    case 0x64: return Words("execution error; the card's memory is unchanged")
    case 0x65: return Words("execution error; the card's memory has changed")
    case 0x67: return Words("wrong length")
    case 0x68: return Words("function of the class byte not supported")
    case 0x69: return Words("command not allowed")
    case 0x6A: return Words("wrong parameters")
    case 0x6C:
      return Words(
        fetchable, one: "wrong length; \(fetchable) byte is there",
        other: "wrong length; \(fetchable) bytes are there")
    case 0x91:
      return Words(
        fetchable, one: "carried out; a proactive command of \(fetchable) byte is pending",
        other: "carried out; a proactive command of \(fetchable) bytes is pending")
    case 0x92 where sw2 < 0x10:
      return Words(
        Int(sw2), one: "carried out after \(sw2) internal retry",
        other: "carried out after \(sw2) internal retries")
    case 0x9F: return withDataToFetch
    default: return nil
    }
  }

  private var withDataToFetch: Words {
    Words(
      fetchable, one: "carried out, \(fetchable) byte to be fetched",
      other: "carried out, \(fetchable) bytes to be fetched")
  }

  /// The status word and what it means, for a sentence.
  public var explained: Words {
    meaning.map { Words("\(self): \($0)") } ?? Words(verbatim: description)
  }

  private var fetchable: Int { sw2 == 0 ? 256 : Int(sw2) }

  private static let meanings: [UInt16: Words] = [
    0x9000: Words("carried out"),
    0x6200: Words("no information given; the card's memory is unchanged"),
    0x6281: Words("part of the data may be corrupted"),
    0x6282: Words("end of file reached before all the bytes asked for"),
    0x6283: Words("selected file is deactivated"),
    0x6284: Words("selected file is terminated"),
    0x6285: Words("selected file is in termination state"),
    0x62F1: Words("more data is available"),
    0x62F3: Words("response data is available"),
    0x6300: Words("no information given; the card's memory has changed"),
    0x6400: Words("execution error; the card's memory is unchanged"),
    0x6500: Words("execution error; the card's memory has changed"),
    0x6581: Words("memory problem"),
    0x6601: Words("security problem"),
    0x6700: Words("wrong length"),
    0x6881: Words("logical channel not supported"),
    0x6882: Words("secure messaging not supported"),
    0x6981: Words("command does not fit the file's structure"),
    0x6982: Words("security status not satisfied"),
    0x6983: Words("authentication method or PIN blocked"),
    0x6984: Words("referenced data invalidated"),
    0x6985: Words("conditions of use not satisfied"),
    0x6986: Words("command not allowed: no current file"),
    0x6989: Words("command not allowed: secure channel"),
    0x6A80: Words("wrong data"),
    0x6A81: Words("function not supported"),
    0x6A82: Words("file or application not found"),
    0x6A83: Words("record not found"),
    0x6A84: Words("not enough memory"),
    0x6A86: Words("wrong parameters P1 P2"),
    0x6A87: Words("length does not fit P1 P2"),
    0x6A88: Words("referenced data not found"),
    0x6B00: Words("wrong parameters P1 P2"),
    0x6D00: Words("instruction not supported"),
    0x6E00: Words("class not supported"),
    0x6F00: Words("technical problem"),
    0x9240: Words("memory problem"),
    0x9300: Words("the SIM application toolkit is busy"),
    0x9400: Words("no file selected"),
    0x9402: Words("address out of range"),
    0x9404: Words("file or pattern not found"),
    0x9408: Words("file does not fit the command"),
    0x9802: Words("no PIN initialised"),
    0x9804: Words("PIN required or wrong"),
    0x9808: Words("in contradiction with the PIN's status"),
    0x9810: Words("in contradiction with the invalidation status"),
    0x9840: Words("PIN blocked"),
    0x9850: Words("value can't be increased, maximum reached"),
    0x9862: Words("authentication error"),
  ]
}
