import Card

/// Who a subscriber is and whose (3GPP TS 31.102 §4.2).
extension ElementaryFile {
  /// EF.LI (§4.2.1).
  static func languages(_ codes: [String]) -> ElementaryFile {
    ElementaryFile(
      0x6F05, sfi: 0x02, .preference, .transparent(codes.flatMap { Array($0.utf8) }))
  }

  /// EF.IMSI (§4.2.2).
  static func imsi(_ imsi: String?) -> ElementaryFile {
    ElementaryFile(
      0x6F07, sfi: 0x07, .issuer, .transparent(imsi.map(Digits.imsi) ?? padded([], to: 9)))
  }

  /// EF.AD (§4.2.18): normal operation, and the MNC's length where the file has room for it.
  static func administrativeData(mncLength: Int?) -> ElementaryFile {
    let length = mncLength.map { [UInt8(truncatingIfNeeded: $0)] } ?? []
    return ElementaryFile(0x6FAD, sfi: 0x03, .open, .transparent([0x00, 0x00, 0x00] + length))
  }

  /// EF.SPN (§4.2.12): shown beside the network's name at home.
  static func serviceProviderName(_ name: String) -> ElementaryFile {
    ElementaryFile(
      0x6F46, .open, .transparent([0x01] + Alphabet.identifier(name, count: 16)))
  }

  /// EF.GID1 (§4.2.10).
  static func groupIdentifier1(_ bytes: [UInt8]) -> ElementaryFile {
    ElementaryFile(0x6F3E, .issuer, .transparent(bytes))
  }

  /// EF.UST (§4.2.8): one bit a service, the first in the lowest bit of the first byte.
  static func serviceTable(_ services: Set<Int>, bytes count: Int) -> ElementaryFile {
    let bytes = (0..<count).map { index in
      (0..<8).reduce(UInt8(0)) { byte, bit in
        services.contains(index * 8 + bit + 1) ? byte | 1 << UInt8(bit) : byte
      }
    }
    return ElementaryFile(0x6F38, sfi: 0x04, .issuer, .transparent(bytes))
  }

  /// EF.SST of 2G (3GPP TS 51.011 §10.3.7): two bits a service, allocated and activated.
  static func gsmServiceTable(_ services: Set<Int>, bytes count: Int) -> ElementaryFile {
    let bytes = (0..<count).map { index in
      (0..<4).reduce(UInt8(0)) { byte, pair in
        services.contains(index * 4 + pair + 1) ? byte | 3 << UInt8(pair * 2) : byte
      }
    }
    return ElementaryFile(0x6F38, .issuer, .transparent(bytes))
  }

  /// EF.ACC (§4.2.15): the class that the IMSI's last digit gives.
  static func accessClass(imsi: String?) -> ElementaryFile {
    let classes = imsi?.last?.wholeNumberValue.map { 1 << $0 } ?? 0
    return ElementaryFile(0x6F78, sfi: 0x06, .issuer, .transparent(twoBytes(classes)))
  }

  /// EF.MSISDN (§4.2.26), with 14 bytes for the name.
  static func number(_ number: String?) -> ElementaryFile {
    ElementaryFile(
      0x6F40, .subscriber,
      .linearFixed([
        DialledNumber.record(name: "", number: number, nameLength: 14),
        DialledNumber.record(name: "", number: nil, nameLength: 14),
      ]))
  }

  /// EF.SDN (§4.2.29), with 14 bytes for the name.
  static func serviceNumbers(_ numbers: [String: String]) -> ElementaryFile {
    ElementaryFile(
      0x6F49, .issuer,
      .linearFixed(
        numbers.sorted { $0.key < $1.key }
          .map { DialledNumber.record(name: $0.key, number: $0.value, nameLength: 14) }))
  }

  /// EF.ECC (§4.2.21): three bytes of digits, no name, a mask of categories.
  static func emergencyNumbers(_ numbers: [(digits: String, categories: UInt8)])
    -> ElementaryFile
  {
    ElementaryFile(
      0x6FB7, sfi: 0x01, .open,
      .linearFixed(numbers.map { Digits.swapped($0.digits, count: 3) + [$0.categories] }))
  }
}

/// Names in the IP multimedia subsystem (3GPP TS 31.103 §4.2).
extension ElementaryFile {
  /// EF.IMPI and EF.DOMAIN: one text in tag 80.
  static func imsValue(_ identifier: FileIdentifier, sfi: UInt8, _ text: String)
    -> ElementaryFile
  {
    ElementaryFile(
      identifier, sfi: sfi, .issuer, .transparent(BERTLV.encode(0x80, Array(text.utf8))))
  }

  /// EF.IMPU: one text a record.
  static func imsIdentities(_ texts: [String]) -> ElementaryFile {
    let values = texts.map { BERTLV.encode(0x80, Array($0.utf8)) }
    let longest = values.map(\.count).max() ?? 0
    return ElementaryFile(
      0x6F04, sfi: 0x04, .issuer, .linearFixed(values.map { padded($0, to: longest) }))
  }
}
