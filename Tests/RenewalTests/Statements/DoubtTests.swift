import CardState
import Renewal
import Testing

/// What never confirms anything, whatever else a text says.
struct DoubtTests {
  private static func received() throws -> CalendarDay { try day("2026-11-20") }

  private func answer(_ text: String, market: String = "GB", currency: String = "GBP") throws
    -> ReplyCorpus.Answer
  {
    let currency = Currency(rawValue: currency)
    let on = try Self.received()
    let setting = StatementReader.Setting(receivedOn: on, market: market, currency: currency)
    let reading = try shippedReader.get().read(text, setting)
    return RenewalProof(reading, .init(receivedOn: on, currency: currency)).answer.label
  }

  /// Texts of success, with a bar in front of the words that say so, and words that deny them.
  private static let success: [(language: String, text: String, negations: [String])] = [
    ("en", "Your top-up of £10.00 was |successful.", ["not ", "never "]),
    ("zh-Hans", "您的话费充值10元|已成功到账。", ["未", "没有"]),
    ("zh-Hant", "閣下的增值|已成功入賬。", ["未", "沒有"]),
    ("de", "Ihre Aufladung über 10 Euro wurde |gutgeschrieben.", ["nicht ", "noch nicht "]),
    ("fr", "Votre recharge de 10 euros a |été effectuée.", ["pas ", "jamais "]),
    ("es", "Tu recarga de 10 euros |fue realizada.", ["no ", "nunca "]),
    ("it", "La tua ricarica di 10 euro |è stata effettuata.", ["non ", "mai "]),
    ("pl", "Twoje doładowanie kwotą 10 zł |powiodło się.", ["nie "]),
    ("th", "การเติมเงินของท่าน|สำเร็จแล้ว", ["ไม่", "ยังไม่"]),
    ("id", "Isi ulang pulsa Anda sebesar Rp 10.000 |berhasil.", ["tidak ", "belum "]),
    ("tr", "Yükleme işleminiz 10 TL |gerçekleşti.", ["değil ", "henüz "]),
    ("ru", "Ваш счёт |пополнен на 10 руб.", ["не "]),
    ("uk", "Ваш рахунок |поповнено на 10 грн.", ["не "]),
  ]

  private func says(_ marked: String, _ inserted: String = "") -> String {
    marked.replacing("|", with: inserted)
  }

  /// The words for a number's time, in one piece and in two.
  @Test(arguments: [
    "号码有效期至2027年02月18日。", "您的号码有效期截至2027-02-18", "号码有效期到2027年2月18日",
    "您的号码将于2027年02月18日到期", "账户有效期至2027年2月18日", "號碼有效期至2027年2月18日", "您的門號有效期至2027/02/18",
  ]) func aNumbersTimeIsReadInChinese(text: String) throws {
    let setting = StatementReader.Setting(receivedOn: try Self.received(), market: "CN")
    let reading = try shippedReader.get().read(text, setting)
    let until = try day("2027-02-18")
    #expect(reading.endOfNumber == until, "\(reading.statements)")
  }

  /// What runs need not have been bought today.
  @Test(
    arguments: [
      "Your 5GB data bundle is active and ends on 25/12/2026.",
      "Ihr Datenpaket 5 GB ist aktiv und gilt bis 25.12.2026.",
      "Tu paquete de datos de 5 GB está activo hasta el 25/12/2026.",
      "Votre forfait data 5 Go est actif jusqu'au 25/12/2026.",
      "La tua offerta dati da 5 GB è attiva fino al 25/12/2026.",
      "Twój pakiet 5 GB jest aktywny do 25.12.2026.",
      "Paket data 5 GB Anda aktif sampai 25/12/2026.",
      "Ваш пакет 5 ГБ активен до 25.12.2026.",
      "Ваш пакет 5 ГБ активний до 25.12.2026.",
    ]) func aPackThatRunsIsNoPayment(text: String) throws
  {
    #expect(try answer(text) != .yes)
    let setting = StatementReader.Setting(receivedOn: try Self.received(), market: "GB")
    let reading = try shippedReader.get().read(text, setting)
    #expect(reading.language != nil)
    for statement in reading.statements {
      switch statement.says {
      case .paid, .renewed, .reactivated: Issue.record("\(statement)")
      default: continue
      }
    }
  }

  @Test func theSameTextsConfirmAsTheyStand() throws {
    for (language, text, _) in Self.success {
      #expect(try answer(says(text), market: "", currency: "") == .yes, "\(language)")
    }
  }

  @Test func aNegationInFrontOfSuccessNeverLeavesASuccess() throws {
    for (language, text, negations) in Self.success {
      for negation in negations {
        for changed in [says(text, negation), negation + says(text)] {
          #expect(
            try answer(changed, market: "", currency: "") != .yes, "\(language): \(changed)")
        }
      }
    }
  }

  @Test func aWordOfFailureAnywhereNeverLeavesASuccess() throws {
    let failures = [
      "en": "declined", "zh-Hans": "失败", "zh-Hant": "失敗", "de": "abgelehnt", "fr": "refusé",
      "es": "rechazada", "it": "rifiutata", "pl": "odrzucona", "th": "ไม่สำเร็จ", "id": "gagal",
      "tr": "reddedildi", "ru": "отклонён", "uk": "відхилено",
    ]
    for (language, marked, _) in Self.success {
      let text = says(marked)
      let failure = try #require(failures[language])
      for changed in ["\(failure): \(text)", "\(text) \(failure)", "\(text)\n\(failure)"] {
        #expect(try answer(changed, market: "", currency: "") != .yes, "\(changed)")
      }
    }
  }

  @Test func lettersOfAnotherAlphabetAndTurnedTextConfirmNothing() throws {
    #expect(try answer("Your top-up of £10.00 was succеssful.") == .no)
    #expect(try answer("Your top-up of £10.00 was \u{202E}successful\u{202C}.") == .no)
    #expect(try answer("Your top-up of £10.00 was 𝐬uccessful.") == .no)
    // What can't be seen changes nothing.
    #expect(try answer("Your top-up of £10.00 was suc\u{200B}cess\u{AD}ful.") == .yes)
    #expect(try answer("Your top-up of £10.00 was un\u{200B}successful.") == .no)
    #expect(try answer("Ｙｏｕｒ ｔｏｐ-ｕｐ ｏｆ £１０ was successful.") == .yes)
  }

  @Test func languagesThatNobodyReadsConfirmNothing() throws {
    for text in [
      "Sua recarga de R$20,00 foi realizada com sucesso. Seu saldo é R$25,00.",
      "A sua recarga não foi realizada. O seu saldo está em 2,00.",
      "Uw tegoed is opgewaardeerd met 10 euro. Uw saldo is 12,50 euro.",
      "Vaše dobití kreditu bylo úspěšné. Kredit 200 Kč je platný do 20.11.2027.",
      "チャージが完了しました。残高は1,000円です。", "충전이 완료되었습니다. 잔액 10,000원",
      "تم شحن رصيدك بنجاح. رصيدك 10.00", "आपका रिचार्ज सफल रहा। शेष ₹55.00",
    ] {
      let reading = try shippedReader.get().read(text, .init(receivedOn: try Self.received()))
      #expect(reading.language == nil, "\(text): \(reading)")
      #expect(reading.statements.isEmpty)
      #expect(try answer(text) == .no)
    }
  }

  @Test func noDateOrBalanceMakesAPayment() throws {
    for text in [
      "Your credit of £2.30 will expire on 20 Dec 2026.", "Your number is valid until 20/12/2027.",
      "Your balance is £12.00. Your number is valid until 20/12/2027.",
      "Sorry, your top-up of £10.00 was declined. Your credit of £2.30 will expire on 20 Dec 2026",
      "Use code 123456 to confirm your top-up of £10.00. It is valid until 20 Dec 2026.",
      "Your verification code is 123456. Top-up of £10.00 successful.",
      "Top up £10 by 20 Dec 2026 and get 5GB free. Was your top-up successful?",
    ] {
      #expect(try answer(text) != .yes, "\(text)")
    }
    let on = try Self.received()
    let declined = try shippedReader.get().read(
      "Sorry, your top-up of £10.00 was declined. Your credit of £2.30 will expire on 20 Dec 2026",
      .init(receivedOn: on, market: "GB", currency: Currency(rawValue: "GBP")))
    #expect(!declined.statements.contains { if case .paid = $0.says { true } else { false } })
  }

  // MARK: Random texts

  /// The clauses of the corpus that have no word of success in them: those of texts that don't
  /// confirm, and that say nothing of the kind.
  private static func clauses() throws -> [String] {
    let successful: Set<String> = ["paid", "renewed", "reactivated"]
    return try ReplyCorpus.load("replies").replies
      .filter { reply in
        reply.confirms != .yes && !reply.statements.contains { successful.contains($0.says) }
      }
      .flatMap { reply in
        reply.text.split { ".,;!?\n。，！？；".contains($0) }.map(String.init)
      }
      .filter { clause in !words.contains { clause.lowercased().contains($0) } }
  }

  /// Words of success, as a person would name them.
  private static let words = [
    "success", "credited", "confirm", "complete", "received", "topped up", "bought", "added",
    "paid", "thanks",
    "成功", "到账", "已入", "完成", "生效", "入賬", "erfolg", "gutge", "aufgeladen", "aktiv", "réussi",
    "effectu", "exitos", "realiza", "activ", "aktif", "riuscit", "effettuat", "attiv", "powiod",
    "aktyw", "สำเร็จ", "berhasil", "başar", "gerçek", "успеш", "пополнен", "зачислен", "выполнен",
    "успіш", "поповнено", "зараховано",
  ]

  @Test func noTextWithoutAWordOfSuccessConfirms() throws {
    let clauses = try Self.clauses()
    try #require(clauses.count > 100)
    var random = Generator(state: 11)
    for _ in 0..<500 {
      let count = Int.random(in: 1...6, using: &random)
      let text = (0..<count).compactMap { _ in clauses.randomElement(using: &random) }
        .joined(separator: [". ", ", ", "\n", "。"].randomElement(using: &random) ?? " ")
      #expect(try answer(text) != .yes, "\(text)")
    }
  }

  @Test func anyCharactersAreReadInBoundedTimeAndAlike() throws {
    var random = Generator(state: 5)
    let pool = try ReplyCorpus.load("replies").replies.flatMap { Array($0.text.unicodeScalars) }
    let setting = StatementReader.Setting(receivedOn: try Self.received())
    for round in 0..<120 {
      var text = ""
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        let scalar =
          round % 2 == 0
          ? pool.randomElement(using: &random)
          : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        if let scalar { text.unicodeScalars.append(scalar) }
      }
      let first = try shippedReader.get().read(text, setting)
      #expect(try shippedReader.get().read(text, setting) == first)
    }
    for piece in [
      "1", "1.", "1 ", "(", "£1,", "until ", "成功", "не ", "top up ", "12/12/", "\n", "*1",
    ] {
      let clock = ContinuousClock()
      let text = String(repeating: piece, count: 100_000)
      let time = clock.measure { _ = try? shippedReader.get().read(text, setting) }
      #expect(time < .seconds(2), "\(piece): \(time)")
    }
  }
}

/// Numbers that look random and are the same in each run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
