public import HTTPS

/// What a carrier gives for a profile (GSMA SGP.22 §4.1): `LPA:1$ADDRESS$MATCHINGID[$OID[$1]]`.
///
/// Whoever has it can download the profile, so nothing here prints it.
public struct ActivationCode: Hashable, Sendable {
  /// The SM-DP+.
  public var server: ServerAddress
  /// What the profile was set aside under; empty where the server knows the card.
  public var matchingID: String
  /// The object identifier that the server's certificate has to have, where the code names one.
  public var serverOID: ObjectIdentifier?
  /// Whether the code says that a confirmation code is wanted.
  public var announcesConfirmationCode: Bool

  /// A code from its parts.
  public init(
    server: ServerAddress, matchingID: String = "", serverOID: ObjectIdentifier? = nil,
    announcesConfirmationCode: Bool = false
  ) {
    self.server = server
    self.matchingID = matchingID
    self.serverOID = serverOID
    self.announcesConfirmationCode = announcesConfirmationCode
  }

  /// A code as it is typed, copied or scanned: with or without `LPA:`, or in the link of a phone's maker.
  public init(_ text: some StringProtocol) throws(ActivationCodeError) {
    var code = String(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !code.isEmpty else { throw .empty }
    if let linked = Self.code(inLink: code) { code = linked }
    if code.lowercased().hasPrefix("lpa:") { code = String(code.dropFirst(4)) }
    let fields = code.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
    guard fields.count > 1 else { throw ActivationCodeError(without: code) }
    guard fields.first == "1" else { throw .unknownFormat }
    // Fields behind the fifth are of later versions (SGP.22 v3), which says that they may be left out.
    let field = { (number: Int) in fields.dropFirst(number).first ?? "" }
    guard !field(1).isEmpty else { throw .eatenByShell }
    guard let server = ServerAddress(field(1)) else { throw .badAddress }
    guard fields.count > 2 else { throw .nothingBehindAddress }
    guard !field(2).contains(where: { !$0.isASCII || $0 <= " " }), field(2).count <= 255 else {
      throw .badMatchingID
    }
    guard ObjectIdentifier(field(2)) == nil else { throw .objectIdentifierAsMatchingID }
    if !field(3).isEmpty {
      guard let identifier = ObjectIdentifier(field(3)) else { throw .badObjectIdentifier }
      serverOID = identifier
    }
    guard ["", "0", "1"].contains(field(4)) else { throw .badConfirmationFlag }
    self.server = server
    matchingID = field(2)
    announcesConfirmationCode = field(4) == "1"
  }

  /// The code in a link such as `https://…?carddata=LPA:1%24…`.
  private static func code(inLink text: String) -> String? {
    guard text.lowercased().hasPrefix("http"),
      let parameter = text.split(whereSeparator: { "?&".contains($0) })
        .first(where: { $0.lowercased().hasPrefix("carddata=") })
    else { return nil }
    return String(parameter.dropFirst("carddata=".count)).replacing("%24", with: "$")
      .replacing("%3A", with: ":").replacing("%3a", with: ":")
  }
}

/// An object identifier, such as `1.3.6.1.4.1.31746` (ITU-T X.660).
public struct ObjectIdentifier: Hashable, Sendable {
  /// Its contents in DER (ITU-T X.690 §8.19).
  let bytes: [UInt8]

  /// An identifier as people write it. Nil when it is none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let arcs = parts.compactMap { $0.count <= 9 ? UInt32($0) : nil }
    guard (3...32).contains(arcs.count), arcs.count == parts.count, let first = arcs.first,
      let second = arcs.dropFirst().first, first <= 2, first == 2 || second < 40
    else { return nil }
    bytes = ([first * 40 + second] + arcs.dropFirst(2)).flatMap { arc in
      let digits = stride(from: 28, through: 0, by: -7).map {
        UInt8(truncatingIfNeeded: arc >> $0) & 0x7F
      }.drop { $0 == 0 }
      return digits.isEmpty ? [0] : digits.dropLast().map { $0 | 0x80 } + digits.suffix(1)
    }
  }

  /// Whether a certificate has it as the name of its subject (RFC 5280 §4.2.1.6, registeredID).
  func isNamed(in certificate: [UInt8]) -> Bool {
    certificate.contains([0x88, UInt8(truncatingIfNeeded: bytes.count)] + bytes)
  }
}
