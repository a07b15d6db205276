import CardState

/// The roots of trust of remote provisioning, by the identifiers of their keys (GSMA SGP.22
/// §4.5.2, SGP.26 for those of test laboratories).
enum CertificateIssuer {
  /// Understands a sequence of SubjectKeyIdentifier.
  static func roots(_ object: BERTLV) throws(ParseError) -> [EUICCInfo.Root] {
    try object.children().map {
      let identifier = $0.value.hex
      return EUICCInfo.Root(keyID: identifier, name: names[identifier])
    }
  }

  private static let names = [
    "81370F5125D0B1D408D4C3B232E6D25E795BEBFB": "GSMA RSP2 Root CI1",
    "4C27967AD20C14B391E9601E41E604AD57C0222F": "OISTE GSMA CI G1",
    "D7A7D0C7C04EA76076E3F44FAEBDE8779E2948D4": "GSMA M2M31 Root CI2",
    "F54172BDF98A95D65CBEB88A38A1C11D800A85C3": "GSMA test CI, NIST P-256 (SGP.26)",
    "C0BC70BA36929D43B467FF57570530E57AB8FCD8": "GSMA test CI, Brainpool (SGP.26)",
    "34EECF13156518D48D30BDF06853404D115F955D": "GSMA test CI v3, NIST P-256 (SGP.26)",
    "2209F61CD9EC5C9C854E787341FF83ECF9776A5B": "GSMA test CI v3, Brainpool (SGP.26)",
  ]
}
