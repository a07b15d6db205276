import Card

extension SecureElement {
  /// GetProfilesInfo (SGP.22 §5.7.15).
  func profilesInfo(_ request: BERTLV, _ refusal: Behaviour.TagListRefusal?)
    throws(FunctionRefusal) -> [UInt8]
  {
    let parts = try parts(of: request)
    var wanted = Self.defaultTags
    if let list = parts.first(0x5C) {
      switch refusal {
      case .status(let status)?: throw FunctionRefusal(status: status)
      case .error(let code)?:
        return BERTLV.encode(request.tag, BERTLV.encode(0x81, [code]))
      case nil: wanted = try Self.tags(list.reader)
      }
    }
    let criterion = try parts.first(0xA0).flatMap { criteria throws(FunctionRefusal) in
      try self.parts(of: criteria).first
    }
    var chosen = profiles
    if let criterion {
      let matches = try StoredProfile.matcher(for: criterion)
      chosen = chosen.filter(matches)
    }
    return BERTLV.encode(
      request.tag,
      BERTLV.encode(
        0xA0,
        chosen.flatMap { profile in
          BERTLV.encode(0xE3, wanted.flatMap { profile.dataObject($0) ?? [] })
        }))
  }

  /// What comes without a tag list: ICCID to class, no notification settings, owner or rules.
  private static let defaultTags: [BERTLV.Tag] = [
    0x5A, 0x4F, 0x9F70, 0x90, 0x91, 0x92, 0x93, 0x94, 0x95,
  ]

  /// The order in which ProfileInfo has its data objects.
  private static let order: [BERTLV.Tag] = defaultTags + [0xB6, 0xB7, 0xB8, 0x99]

  /// The tags in a tag list, in the order of the answer.
  private static func tags(_ reader: ByteReader) throws(FunctionRefusal) -> [BERTLV.Tag] {
    var reader = reader
    var listed: Set<BERTLV.Tag> = []
    while let first = try? reader.byte() {
      var tag = UInt32(first)
      if first & 0x1F == 0x1F {
        guard let second = try? reader.byte() else { throw .wrongData }
        tag = tag << 8 | UInt32(second)
      }
      listed.insert(BERTLV.Tag(rawValue: tag))
    }
    return order.filter(listed.contains)
  }
}

extension StoredProfile {
  /// What a search criterion asks for: an ICCID, an ISD-P AID, or a class.
  fileprivate static func matcher(for criterion: BERTLV) throws(FunctionRefusal)
    -> (StoredProfile) -> Bool
  {
    let value = criterion.value
    switch criterion.tag {
    case 0x5A: return { value.elementsEqual(Digits.iccid($0.iccid)) }
    case 0x4F: return { value.elementsEqual($0.aid) }
    case 0x95: return { value.elementsEqual([($0.profileClass ?? .operational).rawValue]) }
    default: throw .wrongData
    }
  }
}
