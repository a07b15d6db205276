import CardState
internal import Words

/// What an eUICC is asked beside its profiles.
extension SnapshotReader {
  /// Reads what an eUICC says of itself, its servers, its rules and what waits to be sent, as far as the
  /// plan asks. What it refuses does not keep the rest from being read.
  func readDetails(of isdr: ISDR, into euicc: inout EUICC) throws(ChannelError) {
    if plan.questions.contains(.information) {
      euicc.info = try read(.information, of: &euicc) { () throws(ISDRError) in
        try isdr.information()
      }
    }
    if let info = euicc.info {
      euicc.architecture = info.iot != nil ? .iot : .consumer
      if info.signingRoots?.isEmpty == true {
        warn(
          "euicc.cannotDownload",
          Words("the eUICC has no root certificate to sign under: it can't download profiles"),
          hint: Words("profiles on it can be used; for new ones another eUICC is needed"))
      }
    }
    if plan.questions.contains(.addresses) {
      euicc.addresses = try read(.addresses, of: &euicc) { () throws(ISDRError) in
        try isdr.configuredAddresses()
      }
    }
    if plan.questions.contains(.rules) {
      euicc.rulesAuthorisationTable = try readList(.rules, of: &euicc) { () throws(ISDRError) in
        try isdr.rulesAuthorisationTable()
      }
    }
    if plan.questions.contains(.notifications) {
      euicc.notifications = try readList(.notifications, of: &euicc) { () throws(ISDRError) in
        try isdr.notifications()
      }
    }
  }

  /// Reads the EID of an M2M eUICC, whose ISD-R, called `name`, has none to give. False where the card
  /// is none.
  ///
  /// - Throws: What the exchange throws; `malformed` where the EID can't be made out.
  func readM2M(_ name: AID) throws(ISDRError) -> Bool {
    guard let eid = try M2MEUICC.eid(session) else { return false }
    var euicc = EUICC(isdrAID: name.bytes.hex, eid: eid.digits, maker: eid.maker)
    euicc.architecture = .m2m
    snapshot.euiccs.append(euicc)
    warn(
      "euicc.m2m",
      Words("this is an M2M eUICC (SGP.02), not one for consumers: it does not list profiles"),
      hint: Words("its profiles are changed over the air by whoever operates it"))
    return true
  }

  /// Reads what the maker of the card says of it, where its commands are known.
  func readVendorInformation() throws(ChannelError) {
    let names = ISDRCatalog.vendors.filter { $0.vendor == VendorCommand.vendor }.map(
      \.aid.bytes.hex)
    guard
      !ISDRCatalog.signed(in: session.answerToReset).isEmpty
        || snapshot.euiccs.contains(where: { names.contains($0.isdrAID) }),
      let information = try VendorCommand.read(session)
    else { return }
    for index in snapshot.euiccs.indices { snapshot.euiccs[index].vendorInformation = information }
  }
}
