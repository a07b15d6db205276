import CardState
import FoundationEssentials

extension JSONValue {
  /// The value on one line: a text without its quotes, anything else as JSON.
  var text: String {
    if case .string(let text) = self { return text }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
