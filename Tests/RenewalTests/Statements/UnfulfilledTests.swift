import CardState
import Foundation
import Renewal
import Testing

/// Words of success that stand in what is asked for, offered, made a condition of, said of something
/// else: none of them is a success.
struct UnfulfilledTests {
  private struct Texts: Decodable {
    let texts: [Text]

    struct Text: Decodable {
      let market: String
      let currency: String
      let text: String
    }
  }

  private func answer(_ text: String, _ market: String, _ currency: String) throws
    -> ReplyCorpus.Answer
  {
    let on = try day("2026-11-20")
    let currency = Currency(rawValue: currency)
    let setting = StatementReader.Setting(receivedOn: on, market: market, currency: currency)
    let reading = try shippedReader.get().read(text, setting)
    return RenewalProof(reading, .init(receivedOn: on, currency: currency)).answer.label
  }

  @Test func whatIsAskedForOfferedOrSaidOfSomethingElseConfirmsNothing() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus/unfulfilled.json")
    let texts = try JSONDecoder().decode(Texts.self, from: Data(contentsOf: file)).texts
    try #require(texts.count > 80)
    for text in texts {
      #expect(try answer(text.text, text.market, text.currency) != .yes, "\(text.text)")
    }
  }

  /// A success, and what makes it a condition when it stands in front of it.
  private static let conditions: [(success: String, fronts: [String])] = [
    ("your top-up of £10.00 was successful.", ["If ", "Unless ", "In case ", "As soon as "]),
    ("您的话费充值10元已成功到账。", ["如", "如果", "若", "只要"]),
    ("閣下的增值已成功入賬。", ["如", "若", "如果"]),
    ("Ihre Aufladung über 10 Euro gutgeschrieben wurde.", ["Wenn ", "Falls ", "Sofern "]),
    ("votre recharge de 10 euros a été effectuée.", ["Si ", "Lorsque ", "Dès que "]),
    ("tu recarga de 10 euros fue realizada.", ["Si ", "En cuanto ", "Una vez "]),
    ("la tua ricarica di 10 euro è stata effettuata.", ["Se ", "Quando ", "Non appena "]),
    ("Twoje doładowanie kwotą 10 zł powiodło się.", ["Jeśli ", "Jeżeli ", "Gdy tylko "]),
    ("การเติมเงินของท่านสำเร็จแล้ว", ["หาก", "ถ้า", "เมื่อ"]),
    ("isi ulang pulsa Anda sebesar Rp 10.000 berhasil.", ["Jika ", "Apabila ", "Setelah isi: "]),
    ("yükleme işleminiz 10 TL gerçekleşti.", ["Eğer "]),
    ("ваш счёт пополнен на 10 руб.", ["Если ", "Как только ", "Когда "]),
    ("ваш рахунок поповнено на 10 грн.", ["Якщо ", "Щойно ", "Коли "]),
  ]

  @Test func aConditionOrAQuestionNeverConfirms() throws {
    for (success, fronts) in Self.conditions {
      #expect(try answer(success, "", "") == .yes, "\(success)")
      for front in fronts {
        #expect(try answer(front + success, "", "") != .yes, "\(front)\(success)")
      }
      let question = success.trimmingCharacters(in: ["。", "."]) + "?"
      #expect(try answer(question, "", "") != .yes, "\(question)")
    }
  }

  /// A line of a short message may end anywhere.
  @Test func aNegationAtTheEndOfALineCounts() throws {
    for text in [
      "Your top-up of £10.00 was not\nsuccessful.", "Your top-up of £10.00 was\nnot successful.",
      "Ihre Aufladung über 10 Euro wurde nicht\ngutgeschrieben.", "您的话费充值10元未\n成功到账。",
      "Ваш счёт не\nпополнен на 10 руб.",
    ] {
      #expect(try answer(text, "", "") != .yes, "\(text)")
    }
  }

  @Test(arguments: [
    "Your balance:\n£1.20", "Your balance\n£1.20", "Your balance:\n\n£1.20",
    "Your balance is\n£1.20.", "giffgaff\r\nYour balance:\r\n£1.20\r\n",
    "Your balance: £\u{2009}1.20",
    "Your balance: £１．２０", "Your balance: £\u{661}.\u{662}\u{660}", "Your balance: £๑.๒๐",
    "Your bal\u{200B}ance: £1\u{200D}.20", "Your balance: 1.20", "Your balance: 1.20 GBP",
  ]) func aBalanceIsReadHoweverItIsSetOut(text: String) throws {
    let setting = StatementReader.Setting(
      receivedOn: try day("2026-11-20"), market: "GB", currency: Currency(rawValue: "GBP"))
    let reading = try shippedReader.get().read(text, setting)
    let amounts = reading.statements.compactMap { statement in
      if case .balance(let amount, _) = statement.says { amount.only?.text } else { nil }
    }
    #expect(amounts == ["1.2 GBP"], "\(text)")
  }
}
