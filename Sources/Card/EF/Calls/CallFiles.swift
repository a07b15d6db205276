/// Files in which phones note calls and what they cost.
public struct CallFiles: Sendable {
  /// EF.OCI: calls made, the youngest first.
  public let oci: ElementaryFile<EFOCI>
  /// EF.ICI: calls received, the youngest first.
  public let ici: ElementaryFile<EFICI>

  init(declaring file: inout FileList) {
    oci = file(
      "EF.OCI", EFOCI.self, in: .usim, 0x6F81, sfi: 0x15, .cyclic, "3GPP TS 31.102 §4.2.34",
      services: [8])
    ici = file(
      "EF.ICI", EFICI.self, in: .usim, 0x6F80, sfi: 0x14, .cyclic, "3GPP TS 31.102 §4.2.33",
      services: [9])
    // How long all calls made were.
    file(
      "EF.OCT", CallTimer.self, in: .usim, 0x6F83, .cyclic, "3GPP TS 31.102 §4.2.36",
      services: [8])
    // How long all calls received were.
    file(
      "EF.ICT", CallTimer.self, in: .usim, 0x6F82, .cyclic, "3GPP TS 31.102 §4.2.35",
      services: [9])
    file(
      "EF.ACM", EFACM.self, in: .usim, 0x6F39, .cyclic, "3GPP TS 31.102 §4.2.9", services: [13],
      gsm: .gsm(0x6F39, services: [5]))
    file(
      "EF.ACMmax", EFACMmax.self, in: .usim, 0x6F37, .transparent(reading: 3),
      "3GPP TS 31.102 §4.2.7", services: [13], gsm: .gsm(0x6F37, services: [5]))
    file(
      "EF.PUCT", EFPUCT.self, in: .usim, 0x6F41, .transparent(reading: 5),
      "3GPP TS 31.102 §4.2.13", services: [13], gsm: .gsm(0x6F41, services: [5]))
  }
}
