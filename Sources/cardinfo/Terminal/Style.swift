/// How a piece of text stands out on a terminal.
enum Style: String {
  case plain = ""
  case heading = "1"
  case label = "2"
  case good = "32"
  case attention = "33"
  case error = "31"

  /// `text` in this style where colour is wanted, else as it is.
  func apply(_ text: String, _ colour: Bool) -> String {
    colour && self != .plain && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
