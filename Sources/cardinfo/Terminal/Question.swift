import Glibc
import Words

/// Asks on the terminal, which need not be standard input.
enum Question {
  /// A line that a person types. Nil when there is no terminal, or when the person stops the work.
  static func ask(_ question: String, longest: Int = 256) -> String? {
    withTerminal(question + " ") { terminal in
      line(from: terminal, longest: longest).flatMap {
        $0.isLast && $0.text.isEmpty ? nil : $0.text
      }
    }
  }

  /// What a person types, once it can be understood: a wrong answer is said to be one, and asked
  /// again.
  ///
  /// - Parameter understand: What an answer means; nil where it means nothing.
  /// - Returns: Nil for an empty answer, or where there is nobody to ask.
  static func ask<Value>(_ question: Words, _ understand: (String) -> Value?) -> Value? {
    while let answer = ask(question.text) {
      let answer = String(answer.trimmingPrefix { $0 == " " || $0 == "\t" })
      if answer.allSatisfy(\.isWhitespace) { return nil }
      if let value = understand(answer) { return value }
      StandardError.warn(Words("'\(answer)' is no answer to that"))
    }
    return nil
  }

  /// One of several choices, by its number.
  static func choose<Choice>(_ question: Words, among choices: [(Words, Choice)]) -> Choice? {
    let numbered = choices.enumerated().map { Words("\($0 + 1): \($1.0)") }
    return ask(Words("\(question) \(Words.listed(numbered)) (nothing: leave it open)")) { answer in
      Int(answer.filter { !$0.isWhitespace }).flatMap { number in
        choices.indices.contains(number - 1) ? choices[number - 1].1 : nil
      }
    }
  }

  /// Yes or no; nil where neither is said.
  static func decide(_ question: Words) -> Bool? {
    ask(Words("\(question) (y/n, nothing: leave it open)"), yesOrNo)
  }

  private static func yesOrNo(_ answer: String) -> Bool? {
    switch answer.lowercased().filter({ !$0.isWhitespace }) {
    case "y", "yes", "是": true
    case "n", "no", "否": false
    default: nil
    }
  }

  /// Lines that a person types or pastes, up to an empty one or the end of input. An empty line with
  /// more behind it is part of what was pasted: to end there could cut off the words that matter.
  static func paste(_ question: Words, longest: Int) -> String? {
    withTerminal(question.text + "\n") { terminal in
      var text = ""
      while text.utf8.count < longest {
        guard let next = line(from: terminal, longest: longest) else { return nil }
        let isEmpty = next.text.allSatisfy(\.isWhitespace)
        if isEmpty, next.isLast || !isWaiting(terminal) { break }
        if !isEmpty || !text.isEmpty { text += next.text + "\n" }
        if next.isLast { break }
      }
      return text
    }
  }

  /// Whether there is a terminal to ask on.
  static var canBeAsked: Bool {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    close(terminal)
    return true
  }

  private static func withTerminal<Result>(
    _ question: String, _ body: (Int32) -> Result?
  ) -> Result? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    tcflush(terminal, TCIFLUSH)
    let lines = question.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { Terminal.clean(String($0)) }.joined(separator: "\n")
    writeAll(Array(clean.utf8), to: terminal) { _ in }
    return body(terminal)
  }

  // Nil when the person stops the work, or the terminal is gone.
  private static func line(from terminal: Int32, longest: Int) -> (text: String, isLast: Bool)? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while !Interruption.isRequested, line.count < longest {
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 200) > 0 else { continue }
      switch read(terminal, &byte, 1) {
      case 1 where byte == 0x0A: return (String(decoding: line, as: UTF8.self), false)
      case 1: line.append(byte)
      // The end of input, Ctrl-D, ends the last line.
      case 0: return (String(decoding: line, as: UTF8.self), true)
      default: return nil
      }
    }
    return nil
  }

  private static func isWaiting(_ terminal: Int32) -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 100) > 0
  }

  /// What a person says to a question that wants a yes.
  enum Consent { case given, declined, interrupted, notAsked }

  /// Asks for a yes.
  static func consent(to question: Words) -> Consent {
    guard let answer = ask(question.text) else {
      return Interruption.isRequested ? .interrupted : .notAsked
    }
    return ["y", "yes", "是"].contains(answer.trimmingPrefix { $0 == " " }.lowercased())
      ? .given : .declined
  }
}

// Questions with a usual answer, which Enter alone gives.
extension Question {
  /// Whoever was asked stopped the work, or the terminal is gone.
  struct Stopped: Error {}

  /// What a person types, once it can be understood; a wrong answer is said to be one, and asked again.
  ///
  /// - Parameters:
  ///   - usual: What Enter alone means.
  ///   - understand: What an answer means; nil where it means nothing.
  static func settle<Value>(
    _ question: Words, usual: Value, longest: Int = 1_024, _ understand: (String) -> Value?
  ) throws(Stopped) -> Value {
    while let answer = ask(question.text, longest: longest) {
      let answer = answer.trimmingBlanks
      if answer.isEmpty { return usual }
      if let value = understand(answer) { return value }
      StandardError.warn(Words("'\(answer)' is no answer to that"))
    }
    throw Stopped()
  }

  /// Yes or no.
  static func agree(to question: Words, usual: Bool) throws(Stopped) -> Bool {
    try settle(
      Words(verbatim: question.text + (usual ? " [Y/n]" : " [y/N]")), usual: usual, yesOrNo)
  }

  /// One of several choices, by its number; each stands in a line of its own.
  static func pick<Choice>(
    _ question: Words, among choices: [(Words, Choice)], usual: Choice, by name: Words
  ) throws(Stopped) -> Choice {
    let lines = choices.enumerated().map { "  \($0 + 1)  \($1.0.text)" }
    let whole = ([question.text] + lines + ["[\(name.text)]"]).joined(separator: "\n")
    return try settle(Words(verbatim: whole), usual: usual) { answer in
      Int(answer).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1].1 : nil }
    }
  }
}

extension String {
  /// Without the spaces and tabs around it.
  fileprivate var trimmingBlanks: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    let start = firstIndex { !isBlank($0) } ?? endIndex
    let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
