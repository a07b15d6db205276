/// A text of JSON cut into the elements of some of its lists, so that no more of it is decoded than is asked
/// for.
struct JSONPieces {
  /// The elements, in the order of the text.
  let pieces: [JSONText]

  private let text: JSONText
  private var lists: [List] = []

  /// One list: the bytes between its brackets, and its elements.
  private struct List {
    let name: Int
    let start: Int
    var end = 0
    var elements: [Range<Int>] = []
  }

  /// Cuts a text.
  ///
  /// Nil where it is no object with such lists of objects in this order: the decoder says what it is.
  ///
  /// - Parameter names: the members of the object that are cut.
  init?(_ text: JSONText, lists names: [String] = ["rules", "carriers"]) {
    self.text = text
    let bytes = text.bytes
    var depth = 0
    var list: List?
    var element = 0
    // The last text of the outermost object: before a bracket, the name of the member.
    var name = 0..<0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        guard depth != 2 || list == nil, let end = text.end(ofTextFrom: place + 1) else {
          return nil
        }
        if depth == 1 { name = place + 1..<end }
        place = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if depth == 1, byte == UInt8(ascii: "["),
          let index = names.firstIndex(where: { $0.utf8.elementsEqual(bytes[name]) })
        {
          guard lists.last.map({ $0.name < index }) != false else { return nil }
          list = List(name: index, start: place + 1)
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
      place += 1
    }
    guard depth == 0, !lists.isEmpty else { return nil }
    pieces = lists.flatMap(\.elements).map { JSONText(bytes: .init(rebasing: bytes[$0])) }
  }

  /// The file without the elements that are not among these, by their places in ``pieces``.
  func text(keeping wanted: [Int]) -> [UInt8] {
    var kept: [UInt8] = []
    var place = 0
    var first = 0
    for list in lists {
      kept += text.bytes[place..<list.start]
      let chosen = wanted.filter { list.elements.indices.contains($0 - first) }
      kept += Array(chosen.map { pieces[$0].bytes }.joined(separator: [0x2C]))
      first += list.elements.count
      place = list.end
    }
    return kept + text.bytes[place...]
  }
}
