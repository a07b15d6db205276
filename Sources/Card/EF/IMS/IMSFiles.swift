/// Files of the ISIM, and those of the USIM that serve the same.
enum IMSFiles {
  /// Declares them.
  static func declare(_ file: inout FileList) {
    // The subscription's private name.
    file(
      "EF.IMPI", IMSIdentity.self, in: .isim, 0x6F02, sfi: 0x02, .transparent(),
      "3GPP TS 31.103 §4.2.2")
    file(
      "EF.DOMAIN", EFDOMAIN.self, in: .isim, 0x6F03, sfi: 0x05, .transparent(),
      "3GPP TS 31.103 §4.2.3", .open)
    // The subscription's public names, one to a record; of a tel URI the digits are the line's number.
    file(
      "EF.IMPU", IMSIdentity.self, in: .isim, 0x6F04, sfi: 0x04, .linearFixed,
      "3GPP TS 31.103 §4.2.4")
    // Which services the ISIM has.
    file(
      "EF.IST", ServiceTable.self, in: .isim, 0x6F07, sfi: 0x07, .transparent(),
      "3GPP TS 31.103 §4.2.7", .open, decoder: ServiceTable.named(services))
    file(
      "EF.P-CSCF", EFPCSCF.self, in: .isim, 0x6F09, .linearFixed, "3GPP TS 31.103 §4.2.8",
      services: [1, 5], .open)
    // The rules that the files of the application refer to.
    file(
      "EF.ARR", EFARR.self, in: .isim, 0x6F06, sfi: 0x06, .linearFixed, "3GPP TS 31.103 §4.2.6",
      .open)
    declareBootstrapping(
      &file, in: .isim, parameters: 0x6FD5, list: 0x6FD7, source: "3GPP TS 31.103 §4.2.9",
      listSource: "3GPP TS 31.103 §4.2.10", centreSource: "3GPP TS 31.103 §4.2.11",
      services: [2], centreServices: [4])
    declareBootstrapping(
      &file, in: .usim, parameters: 0x6FD6, list: 0x6FDA, source: "3GPP TS 31.102 §4.2.79",
      listSource: "3GPP TS 31.102 §4.2.83", centreSource: "3GPP TS 31.102 §4.2.87",
      services: [68], centreServices: [76])
  }

  /// How card and network agree on keys for services (GBA, 3GPP TS 33.220).
  private static func declareBootstrapping(
    _ file: inout FileList, in directory: Directory, parameters: UInt16, list: UInt16,
    source: String, listSource: String, centreSource: String, services: [Int],
    centreServices: [Int]
  ) {
    file(
      "EF.GBABP", EFGBABP.self, in: directory, parameters, .transparent(), source,
      services: services)
    file(
      "EF.GBANL", EFGBANL.self, in: directory, list, .linearFixed, listSource, services: services)
    file(
      "EF.NAFKCA", EFNAFKCA.self, in: directory, 0x6FDD, .linearFixed, centreSource,
      services: centreServices, .open)
  }

  /// Services of an ISIM that say something of the line.
  private static let services = [
    1: "pCSCFAddress", 2: "genericBootstrapping", 3: "httpDigest", 5: "pCSCFDiscovery",
    6: "messageStorage", 7: "messageStatusReports", 8: "messagesOverIP",
    9: "communicationControl", 10: "uiccAccessToIMS", 11: "uriSupport",
    18: "imsConfiguration", 19: "xcapConfiguration",
  ]
}
