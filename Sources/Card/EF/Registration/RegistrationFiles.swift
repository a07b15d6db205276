/// Files in which phones note how networks received the card, and which keys go with that.
public struct RegistrationFiles: Sendable {
  /// EF.LOCI: registration for calls.
  public let loci: ElementaryFile<EFLOCI>
  /// EF.PSLOCI: registration for data before LTE; EF.LOCIGPRS in the GSM application.
  public let psloci: ElementaryFile<EFPSLOCI>
  /// EF.EPSLOCI: registration in LTE.
  public let epsloci: ElementaryFile<TrackingLocation>
  /// EF.FPLMN: networks that refused the card for good ("PLMN not allowed"), four and more; the
  /// newest stands last.
  public let fplmn: ElementaryFile<PLMNList>
  /// EF.Keys: the keys for calls in 3G.
  public let keys: ElementaryFile<KeySet>
  /// EF.KeysPS: the keys for data in 3G.
  public let keysPS: ElementaryFile<KeySet>
  /// EF.EPSNSC: the security context of LTE, one record.
  public let epsnsc: ElementaryFile<NASSecurityContext>
  /// EF.Kc: the key for calls in GSM.
  public let kc: ElementaryFile<GSMCipherKey>
  /// EF.KcGPRS: the key for data in GSM.
  public let kcGPRS: ElementaryFile<GSMCipherKey>
  /// EF.5GS3GPPLOCI: registration in 5G over the mobile network's own radio.
  public let fiveGS3GPPLOCI: ElementaryFile<TrackingLocation>
  /// EF.5GSN3GPPLOCI: registration in 5G over other radio, such as WLAN.
  public let fiveGSN3GPPLOCI: ElementaryFile<TrackingLocation>
  /// EF.5GS3GPPNSC: the security context of 5G over the mobile network's own radio, one record, or two
  /// for two networks.
  public let fiveGS3GPPNSC: ElementaryFile<NASSecurityContext>
  /// EF.5GSN3GPPNSC: the security context of 5G over other radio, one record, or two for two networks.
  public let fiveGSN3GPPNSC: ElementaryFile<NASSecurityContext>

  init(declaring file: inout FileList) {
    loci = file(
      "EF.LOCI", EFLOCI.self, in: .usim, 0x6F7E, sfi: 0x0B, .transparent(reading: 11),
      "3GPP TS 31.102 §4.2.17", gsm: .gsm(0x6F7E))
    psloci = file(
      "EF.PSLOCI", EFPSLOCI.self, in: .usim, 0x6F73, sfi: 0x0C, .transparent(reading: 14),
      "3GPP TS 31.102 §4.2.23", gsm: .gsm(0x6F53, named: "EF.LOCIGPRS", services: [38]))
    epsloci = file(
      "EF.EPSLOCI", TrackingLocation.self, in: .usim, 0x6FE3, sfi: 0x1E, .transparent(reading: 18),
      "3GPP TS 31.102 §4.2.91", services: [85])
    fplmn = file(
      "EF.FPLMN", PLMNList.self, in: .usim, 0x6F7B, sfi: 0x0D, .transparent(),
      "3GPP TS 31.102 §4.2.16", gsm: .gsm(0x6F7B))
    keys = file(
      "EF.Keys", KeySet.self, in: .usim, 0x6F08, sfi: 0x08, .transparent(reading: 33),
      "3GPP TS 31.102 §4.2.3", .key)
    keysPS = file(
      "EF.KeysPS", KeySet.self, in: .usim, 0x6F09, sfi: 0x09, .transparent(reading: 33),
      "3GPP TS 31.102 §4.2.4", .key)
    epsnsc = file(
      "EF.EPSNSC", NASSecurityContext.self, in: .usim, 0x6FE4, sfi: 0x18, .linearFixed,
      "3GPP TS 31.102 §4.2.92", services: [85], .key)
    file(
      "EF.START-HFN", EFSTARTHFN.self, in: .usim, 0x6F5B, sfi: 0x0F, .transparent(reading: 6),
      "3GPP TS 31.102 §4.2.51")
    file(
      "EF.THRESHOLD", EFTHRESHOLD.self, in: .usim, 0x6F5C, sfi: 0x10, .transparent(reading: 3),
      "3GPP TS 31.102 §4.2.52")
    file(
      "EF.NETPAR", EFNETPAR.self, in: .usim, 0x6FC4, .transparent(), "3GPP TS 31.102 §4.2.57")

    kc = file(
      "EF.Kc", GSMCipherKey.self, in: .gsmAccess, 0x4F20, sfi: 0x01, .transparent(reading: 9),
      "3GPP TS 31.102 §4.4.3.1", services: [27], .key, gsm: .gsm(0x6F20))
    kcGPRS = file(
      "EF.KcGPRS", GSMCipherKey.self, in: .gsmAccess, 0x4F52, sfi: 0x02, .transparent(reading: 9),
      "3GPP TS 31.102 §4.4.3.2", services: [27], .key, gsm: .gsm(0x6F52, services: [38]))

    fiveGS3GPPLOCI = file(
      "EF.5GS3GPPLOCI", TrackingLocation.self, in: .fiveGS, 0x4F01, sfi: 0x01,
      .transparent(reading: 20), "3GPP TS 31.102 §4.4.11.2", services: [122],
      decoder: TrackingLocation.fiveG)
    fiveGSN3GPPLOCI = file(
      "EF.5GSN3GPPLOCI", TrackingLocation.self, in: .fiveGS, 0x4F02, sfi: 0x02,
      .transparent(reading: 20), "3GPP TS 31.102 §4.4.11.3", services: [122],
      decoder: TrackingLocation.fiveG)
    fiveGS3GPPNSC = file(
      "EF.5GS3GPPNSC", NASSecurityContext.self, in: .fiveGS, 0x4F03, sfi: 0x03, .linearFixed,
      "3GPP TS 31.102 §4.4.11.4", services: [122], .key)
    fiveGSN3GPPNSC = file(
      "EF.5GSN3GPPNSC", NASSecurityContext.self, in: .fiveGS, 0x4F04, sfi: 0x04, .linearFixed,
      "3GPP TS 31.102 §4.4.11.5", services: [122], .key)
    file(
      "EF.5GAUTHKEYS", EF5GAUTHKEYS.self, in: .fiveGS, 0x4F05, sfi: 0x05, .transparent(),
      "3GPP TS 31.102 §4.4.11.6", services: [123], .key)
  }
}
