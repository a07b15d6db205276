extension CardStateDocument {
  /// The document without identifiers: what tells one person's card from another's is masked, what
  /// tells its issuer, network or maker stays.
  ///
  /// Raw bytes are left out, and runs of five digits and more in names that people give are masked:
  /// they may hold a number.
  public func redacted() -> CardStateDocument {
    var document = self
    document.cards = cards.map { $0.redacted() }
    return document
  }
}

extension CardSnapshot {
  fileprivate func redacted() -> CardSnapshot {
    var card = self
    card.iccid = iccid.map { mask($0, keeping: 6) }
    card.subscriber?.imsi = subscriber?.imsi.map {
      mask($0, keeping: 3 + (subscriber?.mnc?.count ?? 0))
    }
    card.subscriber?.msisdns = subscriber?.msisdns?.map { mask($0, keeping: 3) }
    card.subscriber?.spn = subscriber?.spn.map(maskNumbers)
    // A mailbox may be reached by the subscriber's own number.
    card.serviceNumbers = serviceNumbers?.map { $0.source == "EF.MBDN" ? $0.redacted() : $0 }
    card.messages = messages?.map { $0.redacted() }
    card.calls = calls?.map { $0.redacted() }
    card.contacts = contacts?.map { $0.redacted() }
    card.euiccs = euiccs.map { $0.redacted() }
    card.lines = lines?.map {
      var line = $0
      line.iccid = mask($0.iccid, keeping: 6)
      line.name = $0.name.map(maskNumbers)
      return line
    }
    for index in card.files.indices {
      card.files[index].raw = nil
      card.files[index].value = nil
      card.files[index].records = nil
    }
    return card
  }
}

extension ShortMessage {
  /// What a message says is a person's own.
  fileprivate func redacted() -> ShortMessage {
    var message = self
    message.address = address.map { mask($0, keeping: 0) }
    message.text = text.map { mask($0, keeping: 0) }
    message.data = nil
    return message
  }
}

extension NamedNumber {
  /// Whom somebody calls is their own.
  fileprivate func redacted() -> NamedNumber {
    var entry = self
    entry.name = name.map { mask($0, keeping: 0) }
    entry.number = mask(number, keeping: 0)
    return entry
  }
}

extension EUICC {
  fileprivate func redacted() -> EUICC {
    var euicc = self
    euicc.eid = mask(eid, keeping: 8)
    euicc.profiles = profiles?.map { $0.redacted() }
    euicc.notifications = notifications?.map {
      var notification = $0
      notification.iccid = $0.iccid.map { mask($0, keeping: 6) }
      return notification
    }
    euicc.info?.unknown = info?.unknown?.map { RawDataObject(tag: $0.tag, value: "") }
    euicc.vendorInformation?.serialNumber = vendorInformation?.serialNumber.map {
      mask($0, keeping: 0)
    }
    return euicc
  }
}

extension Profile {
  fileprivate func redacted() -> Profile {
    var profile = self
    profile.iccid = iccid.map { mask($0, keeping: 6) }
    profile.nickname = nickname.map(maskNumbers)
    profile.name = name.map(maskNumbers)
    profile.serviceProvider = serviceProvider.map(maskNumbers)
    profile.smdpProprietaryData = nil
    profile.unknown = unknown?.map { RawDataObject(tag: $0.tag, value: "") }
    return profile
  }
}

private func mask(_ text: String, keeping count: Int) -> String {
  text.prefix(count) + String(repeating: "*", count: max(0, text.count - count))
}

/// Masks numbers of five digits and more, with what people write between their digits.
private func maskNumbers(_ text: String) -> String {
  var masked = ""
  var run = ""
  func flush() {
    let isNumber = run.count(where: \.isNumber) >= 5
    masked += isNumber ? String(run.map { $0.isNumber ? "*" : $0 }) : run
    run = ""
  }
  for character in text {
    if character.isNumber || !run.isEmpty && " -.()/".contains(character) {
      run.append(character)
    } else {
      flush()
      masked.append(character)
    }
  }
  flush()
  return masked
}
