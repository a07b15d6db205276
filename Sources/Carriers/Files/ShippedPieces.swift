/// A shipped file cut into the elements of its lists of rules and of carriers, so that no more of it is
/// decoded than is asked for.
struct ShippedPieces {
  /// The elements, in the order of the file.
  var pieces: [ShippedText] { lists.flatMap(\.elements).map(piece) }

  private let text: ShippedText
  private var lists: [List] = []

  /// One list: the bytes between its brackets, and its elements.
  private struct List {
    let start: Int
    var end = 0
    var elements: [Range<Int>] = []
  }

  private static let names = ["rules", "carriers"]

  /// Nil where the text is no object with lists of objects: the decoder says what it is.
  init?(_ text: ShippedText) {
    self.text = text
    var depth = 0
    var list: List?
    var element = 0
    // The last text of the outermost object: before a bracket, the name of the member.
    var name = 0..<0
    var isEscaped = false
    var quote: Int?
    for (place, byte) in text.bytes.enumerated() {
      if let start = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          quote = nil
          if depth == 1 { name = start + 1..<place }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if depth == 2, list != nil { return nil }
        quote = place
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 1, byte == UInt8(ascii: "["), isList(name) {
          list = List(start: place + 1)
        } else if depth == 2, list != nil {
          guard byte == UInt8(ascii: "{") else { return nil }
          element = place
        }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 2 {
          list?.elements.append(element..<place + 1)
        } else if depth == 1, var closed = list {
          closed.end = place
          lists.append(closed)
          list = nil
        } else if depth < 0 {
          return nil
        }
      default: break
      }
    }
    guard depth == 0, quote == nil, !lists.isEmpty else { return nil }
  }

  /// The file without the elements that are not among these, by their places in ``pieces``.
  func text(keeping wanted: [Int]) -> [UInt8] {
    var kept: [UInt8] = []
    var place = 0
    var first = 0
    for list in lists {
      kept += text.bytes[place..<list.start]
      let chosen = wanted.filter { list.elements.indices.contains($0 - first) }
      kept += Array(chosen.map { piece(list.elements[$0 - first]).bytes }.joined(separator: [0x2C]))
      first += list.elements.count
      place = list.end
    }
    return kept + text.bytes[place...]
  }

  private func isList(_ name: Range<Int>) -> Bool {
    let bytes = piece(name).bytes
    return Self.names.contains { $0.utf8.elementsEqual(bytes) }
  }

  private func piece(_ range: Range<Int>) -> ShippedText {
    ShippedText(bytes: UnsafeBufferPointer(rebasing: text.bytes[range]))
  }
}
