extension CardStateDocument {
  /// The document without identifiers: see ``CardSnapshot/redacted()``.
  public func redacted() -> CardStateDocument {
    var document = self
    document.cards = cards.map { $0.redacted() }
    return document
  }
}

extension CardSnapshot {
  /// The card without identifiers: what tells one person's card from another's is masked, what
  /// tells its issuer, network or maker stays.
  ///
  /// Raw bytes are left out, and runs of five digits and more in names that people give are masked:
  /// they may hold a number.
  public func redacted() -> CardSnapshot {
    var card = self
    card.iccid = iccid.map { Masking.identifier($0, keeping: 6) }
    card.subscriber?.imsi = subscriber?.imsi.map {
      Masking.identifier($0, keeping: 3 + (subscriber?.mnc?.count ?? 0))
    }
    card.subscriber?.msisdns = subscriber?.msisdns?.map { Masking.identifier($0, keeping: 3) }
    card.subscriber?.spn = subscriber?.spn.map(Masking.numbers)
    // A mailbox may be reached by the subscriber's own number.
    card.serviceNumbers = serviceNumbers?.map { $0.source == "EF.MBDN" ? $0.redacted() : $0 }
    card.messages = messages?.map { $0.redacted() }
    card.calls = calls?.map { $0.redacted() }
    card.contacts = contacts?.map { $0.redacted() }
    card.euiccs = euiccs.map { $0.redacted() }
    card.unread = unread?.map { $0.redacted() }
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
    message.address = address.map { Masking.identifier($0, keeping: 0) }
    message.text = text.map { Masking.identifier($0, keeping: 0) }
    message.data = nil
    return message
  }
}

extension NamedNumber {
  /// Whom somebody calls is their own.
  fileprivate func redacted() -> NamedNumber {
    var entry = self
    entry.name = name.map { Masking.identifier($0, keeping: 0) }
    entry.number = Masking.identifier(number, keeping: 0)
    return entry
  }
}

extension EUICC {
  fileprivate func redacted() -> EUICC {
    var euicc = self
    euicc.eid = Masking.identifier(eid, keeping: 8)
    euicc.profiles = profiles?.map { $0.redacted() }
    euicc.notifications = notifications?.map {
      var notification = $0
      notification.iccid = $0.iccid.map { Masking.identifier($0, keeping: 6) }
      return notification
    }
    euicc.unread = unread?.map { $0.redacted() }
    euicc.info?.unknown = info?.unknown?.map { RawDataObject(tag: $0.tag, value: "") }
    euicc.vendorInformation?.serialNumber = vendorInformation?.serialNumber.map {
      Masking.identifier($0, keeping: 0)
    }
    return euicc
  }
}

extension UnreadAnswer {
  /// Nobody knows what is in the bytes.
  fileprivate func redacted() -> UnreadAnswer {
    var answer = self
    answer.raw = nil
    return answer
  }
}

extension Profile {
  fileprivate func redacted() -> Profile {
    var profile = self
    profile.iccid = iccid.map { Masking.identifier($0, keeping: 6) }
    profile.nickname = nickname.map(Masking.numbers)
    profile.name = name.map(Masking.numbers)
    profile.serviceProvider = serviceProvider.map(Masking.numbers)
    profile.smdpProprietaryData = nil
    profile.unknown = unknown?.map { RawDataObject(tag: $0.tag, value: "") }
    return profile
  }
}

/// What stands in the place of identifiers.
package enum Masking {
  /// An identifier of which only the beginning is kept: who issued it.
  package static func identifier(_ text: String, keeping count: Int) -> String {
    text.prefix(count) + String(repeating: "*", count: max(0, text.count - count))
  }

  /// A text whose numbers of five digits and more are masked, with what people write between their
  /// digits.
  package static func numbers(in text: String) -> String {
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
}
