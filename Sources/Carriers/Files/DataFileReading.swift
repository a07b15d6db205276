import FoundationEssentials
import Renewal

/// One data file while it is read, with what is found wrong with it.
struct DataFileReading {
  private let file: String
  private let text: [UInt8]
  private let places: JSONPlaces
  private var found: [(offset: Int, message: String)] = []

  /// Scans the text; where it is no JSON, that is the only problem.
  init(_ text: some Collection<UInt8>, name: String) throws(DataFileError) {
    let text = Array(text)
    file = name
    self.text = text
    do {
      places = try JSONPlaces(scanning: text)
    } catch {
      throw DataFileError(problems: [
        Self.problem(error.message, at: error.offset, in: text, of: name)
      ])
    }
  }

  /// Decodes the whole file, strictly: no unknown member, no null.
  mutating func decode<Document: Decodable>(
    _: Document.Type
  ) throws(DataFileError) -> Document {
    for null in places.nulls { add("null is not allowed: leave the member out", at: null) }
    let decoder = JSONDecoder()
    if let refusesUnknownMembers { decoder.userInfo[refusesUnknownMembers] = true }
    do {
      return try decoder.decode(Document.self, from: Data(text))
    } catch {
      add(error)
      throw DataFileError(problems: problems)
    }
  }

  /// The values of a list that could be read, each with its place; the others are problems.
  mutating func values<Value>(
    of attempts: [Attempt<Value>], at list: JSONPlaces.Path
  ) -> [(value: Value, path: JSONPlaces.Path)] {
    var values: [(value: Value, path: JSONPlaces.Path)] = []
    for (index, attempt) in attempts.enumerated() {
      switch attempt.result {
      case .success(let value): values.append((value, list + [.element(index)]))
      case .failure(let error): add(error)
      }
    }
    return values
  }

  /// Notes a problem at the innermost value of a path that is there.
  mutating func add(_ message: String, at path: JSONPlaces.Path) {
    var path = path
    while true {
      if let offset = places.values[path] { return found.append((offset, message)) }
      if path.popLast() == nil { return found.append((0, message)) }
    }
  }

  /// What was found; nil if that is nothing.
  var error: DataFileError? { found.isEmpty ? nil : DataFileError(problems: problems) }

  private var problems: [DataFileProblem] {
    found.sorted { $0.offset < $1.offset }.map { offset, message in
      Self.problem(message, at: offset, in: text, of: file)
    }
  }

  private static func problem(
    _ message: String, at offset: Int, in text: [UInt8], of file: String
  ) -> DataFileProblem {
    let (line, column) = JSONPlaces.position(of: offset, in: text)
    return DataFileProblem(file: file, line: line, column: column, message: message)
  }

  private mutating func add(_ error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      add("the member \"\(key.stringValue)\" is missing", at: context.codingPath.map(\.step))
    case DecodingError.typeMismatch(let type, let context):
      add("\(Self.words(for: type)) is expected", at: context.codingPath.map(\.step))
    case DecodingError.valueNotFound(let type, let context):
      add("\(Self.words(for: type)) is expected", at: context.codingPath.map(\.step))
    case DecodingError.dataCorrupted(let context):
      let path = context.codingPath.map(\.step)
      if let name = places.names[path], context.debugDescription.hasPrefix("unknown member") {
        found.append((name, context.debugDescription))
      } else {
        add(context.debugDescription, at: path)
      }
    default: add("not understood", at: [])
    }
  }

  private static func words(for type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type: "a whole number"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}

/// A value of a list or what is wrong with it, so that one value's flaw doesn't hide the next one's.
struct Attempt<Value: Decodable>: Decodable {
  let result: Result<Value, any Error>

  init(from decoder: any Decoder) throws {
    result = Result { try Value(from: decoder) }
  }
}

extension KeyedDecodingContainer {
  /// Holds a member to the one text that it can have.
  func expect(_ text: String, at key: Key, or complaint: (String) -> String) throws {
    let written = try decode(String.self, forKey: key)
    guard written == text else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "\(complaint(written)); allowed: \(text)")
    }
  }
}

extension CodingKey {
  fileprivate var step: JSONPlaces.Step { intValue.map { .element($0) } ?? .member(stringValue) }
}
