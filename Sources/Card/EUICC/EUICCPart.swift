import CardState
internal import Words

/// A part of what an eUICC says, which it may refuse or garble while it gives the others.
struct EUICCPart {
  let function: UnreadAnswer.Function
  /// What it is, behind "the eUICC does not give".
  let words: Words
  /// The code that says that the eUICC refused it.
  private let refused: String
  /// The code that says that it was no answer, or not all of one.
  private let malformed: String

  static let profiles = EUICCPart(
    function: .profiles, words: Words("its list of profiles"), refused: "euicc.profilesRefused",
    malformed: "euicc.profilesMalformed")
  static let information = EUICCPart(
    function: .information, words: Words("its information"), refused: "euicc.informationRefused",
    malformed: "euicc.informationMalformed")
  static let addresses = EUICCPart(
    function: .addresses, words: Words("its servers"), refused: "euicc.partRefused",
    malformed: "euicc.partMalformed")
  static let rules = EUICCPart(
    function: .rules, words: Words("its rules"), refused: "euicc.partRefused",
    malformed: "euicc.partMalformed")
  static let notifications = EUICCPart(
    function: .notifications, words: Words("its notifications"),
    refused: "euicc.notificationsRefused",
    malformed: "euicc.notificationsMalformed")
  static let eid = EUICCPart(
    function: .eid, words: Words("its EID"), refused: "euicc.eidRefused",
    malformed: "euicc.eidMalformed")

  /// What is to be kept and said where a function gave nothing.
  ///
  /// - Throws: What ended the exchange, where that ends the read.
  func unread(_ error: ISDRError) throws(ChannelError) -> UnreadAnswer {
    switch error {
    case .channel(let error):
      guard error.code == .badAnswer || error.spentPart == .application else { throw error }
      return UnreadAnswer(
        function, code: malformed,
        message: Words("the eUICC gives \(words) in no usable form: \(error.message)"))
    case .refused(let status):
      return UnreadAnswer(
        function, code: refused,
        message: Words("the eUICC does not give \(words) (\(status.explained))"),
        statusWord: status.description)
    case .failed(let result):
      return UnreadAnswer(
        function, code: refused,
        message: Words("the eUICC does not give \(words): \(result.meaning.words)"),
        hint: result.meaning.hint)
    case .malformed(let error, let answer):
      return UnreadAnswer(
        function, code: malformed,
        message: Words(
          "the eUICC gives \(words) in a form that can't be understood: \(error.message)"),
        raw: answer.hex)
    }
  }

  /// What is to be kept and said where a list was not as it should be.
  func flaw(_ error: ParseError, in answer: [UInt8]) -> UnreadAnswer {
    UnreadAnswer(
      function, code: malformed,
      message: Words(
        "the eUICC gives \(words) not as it should, so some of it may be missing: \(error.message)"),
      raw: answer.hex)
  }

}
