import Card

/// Who signed a certificate (RFC 5280 §4.1.2.4), as it names itself: for the certificate of a server that
/// is refused, nothing of which is to be believed.
enum CertificateIssuerName {
  /// The issuer's common name, or its organization's; at most 64 characters. Nil where there is none.
  static func of(_ certificate: [UInt8]) -> String? {
    let commonName: [UInt8] = [0x55, 0x04, 0x03]
    let organization: [UInt8] = [0x55, 0x04, 0x0A]
    guard let attributes = try? attributes(of: certificate) else { return nil }
    let name = [commonName, organization].lazy.compactMap { type in
      attributes.first { $0.type == type }?.value
    }.first
    return name.map { String($0.prefix(64)) }
  }

  private static func attributes(
    of certificate: [UInt8]
  ) throws(ParseError) -> [(type: [UInt8], value: String)] {
    var reader = ByteReader(certificate)
    let body = try BERTLV(parsing: &reader).children().first?.children() ?? []
    // `A0` version, `02` number, `30` algorithm, `30` issuer.
    let names = try body.filter { $0.tag == 0x30 }.dropFirst().first?.children() ?? []
    var attributes: [(type: [UInt8], value: String)] = []
    for name in names {
      for attribute in try name.children() {
        let members = try attribute.children()
        guard let type = members.first(0x06), let value = members.dropFirst().first else {
          continue
        }
        attributes.append((Array(type.value), value.text))
      }
    }
    return attributes
  }
}
