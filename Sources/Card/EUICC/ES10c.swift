import CardState

/// The ES10c functions that read (GSMA SGP.22 §5.7.15, §5.7.20).
extension ISDR {
  /// ES10c.GetEID.
  func eid() throws(ISDRError) -> EID {
    let identifier: BERTLV.Tag = 0x5A
    let answer = try call(
      ES10.getEID, BERTLV.encode(0x5C, identifier.bytes), purpose: "ES10c.GetEID")
    guard let object = answer.first(identifier) else {
      throw .malformed(ParseError(.missing(identifier), at: 0))
    }
    var reader = object.reader
    do {
      return try EID(parsing: &reader)
    } catch {
      throw .malformed(error)
    }
  }

  /// ES10c.GetProfilesInfo: the data objects that stand for profiles, undecoded.
  ///
  /// A card that does not know one of `tags` may refuse the whole; it is then asked for what it
  /// gives by default.
  func profiles(_ tags: [BERTLV.Tag]) throws(ISDRError) -> [BERTLV] {
    do {
      return try profileObjects(BERTLV.encode(0x5C, tags.flatMap(\.bytes)))
    } catch {
      if case .channel = error { throw error }
      return try profileObjects([])
    }
  }

  private func profileObjects(_ body: [UInt8]) throws(ISDRError) -> [BERTLV] {
    let answer = try call(ES10.getProfilesInfo, body, purpose: "ES10c.GetProfilesInfo")
    guard let list = answer.first(0xA0) else {
      throw .malformed(ParseError(.missing(0xA0), at: 0))
    }
    do {
      return try list.children().filter { $0.tag == ProfileInfo.tag }
    } catch {
      throw .malformed(error)
    }
  }
}
