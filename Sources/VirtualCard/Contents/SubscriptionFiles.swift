/// Which files a subscription has in which directory.
extension Subscription {
  /// Of the USIM and of DF.GSM alike (3GPP TS 31.102 annex L).
  var commonFiles: [ElementaryFile] {
    var files: [ElementaryFile] = [
      .imsi(imsi),
      .administrativeData(mncLength: administrativeDataHasMNCLength ? mncLength : nil),
      .accessClass(imsi: imsi),
      .searchPeriod,
      .forbiddenPLMNs(forbiddenPLMNs),
      .location(registration, home: homePLMN),
    ]
    files += serviceProvider.map { [.serviceProviderName($0)] } ?? []
    files += groupIdentifier1.map { [.groupIdentifier1($0)] } ?? []
    return files
  }

  /// Under the ADF of the USIM alone (3GPP TS 31.102 §4.2).
  var usimFiles: [ElementaryFile] {
    [
      .languages(languages),
      .serviceTable(services, bytes: 13),
      .emergencyNumbers([("112", 0x1F), ("911", 0x00)]),
      .equivalentHomePLMNs(equivalentHomePLMNs),
      .homePLMNWithTechnology(homePLMN),
      .packetLocation(registration, home: homePLMN),
      .epsLocation(registration, home: homePLMN),
      .keys(registration, isPacket: false),
      .keys(registration, isPacket: true),
      .incomingCalls,
      .outgoingCalls,
    ] + (serviceNumbers.isEmpty ? [] : [.serviceNumbers(serviceNumbers)])
  }

  /// Services that the files are there for (§4.2.8): the carrier's numbers (4), calls (8, 9), messages and their parameters (10, 12), group
  /// identifier (17), name (19), number (21), GSM access (27), home networks (43, 71), EPS (85).
  private var services: Set<Int> {
    var services: Set<Int> = [8, 9, 10, 12, 21, 27, 43, 71, 85]
    if !serviceNumbers.isEmpty { services.insert(4) }
    if groupIdentifier1 != nil { services.insert(17) }
    if serviceProvider != nil { services.insert(19) }
    return services
  }

  /// Under DF.TELECOM, and of the USIM as well.
  var messageFiles: [ElementaryFile] {
    [
      .number(number), .messages(messages, count: 10),
      .messageParameters(serviceCentre: serviceCentre),
      .messageStatus,
    ]
  }

  /// Under DF.GSM alone (3GPP TS 51.011 §10.3).
  var gsmFiles: [ElementaryFile] {
    [
      .gsmServiceTable([1, 4, 9, 12, 14, 17], bytes: 10),
      .gsmKey(registration),
      // EF.Phase: 2 and PROFILE DOWNLOAD.
      ElementaryFile(0x6FAE, .open, .transparent([0x03])),
    ]
  }

  /// Under the ADF of the ISIM (3GPP TS 31.103 §4.2).
  var isimFiles: [ElementaryFile] {
    guard let imsi else { return [] }
    let mnc = homePLMN.dropFirst(3)
    let domain =
      "ims.mnc\(mnc.count == 2 ? "0" : "")\(mnc).mcc\(homePLMN.prefix(3)).3gppnetwork.org"
    return [
      .imsValue(0x6F02, sfi: 0x02, "\(imsi)@\(domain)"),
      .imsValue(0x6F03, sfi: 0x05, domain),
      .imsIdentities(["sip:\(imsi)@\(domain)"] + (number.map { ["tel:\($0)"] } ?? [])),
    ]
  }
}
