import CardState
internal import Words

/// Extended card resources (ETSI TS 102 226 §8.2.1.7.2): how much room there is.
enum ExtendedCardResource {
  /// What a profile is taken to need, in bytes. eUICCs do not say what theirs take, and no
  /// specification does: this is an assumption, and is printed beside what follows from it.
  static let assumedProfileSize = 50_000

  /// Understands `81` applications, `82` free non-volatile and `83` free volatile memory.
  static func decode(_ object: BERTLV) throws(ParseError) -> EUICCInfo.Memory {
    let members = try object.children()
    var memory = EUICCInfo.Memory()
    memory.installedApplications = try members.first(0x81)?.count()
    memory.freeNonVolatile = try members.first(0x82)?.count()
    memory.freeVolatile = try members.first(0x83)?.count()
    if let free = memory.freeNonVolatile {
      memory.roomForProfiles = free / assumedProfileSize
      memory.basis =
        Words(
          """
          \(free / 1000) kB free, \(assumedProfileSize / 1000) kB assumed for a profile: \
          no card says
          """)
    }
    return memory
  }
}

extension BERTLV {
  /// A count of one to eight bytes that fits an `Int`: no bytes are no zero.
  func count() throws(ParseError) -> Int {
    var reader = reader
    guard !value.isEmpty else {
      throw ParseError(.invalid(Words("number without bytes")), at: offset)
    }
    guard let count = Int(exactly: try reader.unsigned(value.count)) else {
      throw ParseError(.invalid(Words("number too large")), at: offset)
    }
    return count
  }
}
