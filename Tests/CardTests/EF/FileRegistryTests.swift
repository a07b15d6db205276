import Card
import Testing

/// Every file that the library knows, against its vectors and against hostile bytes.
struct FileRegistryTests {
  @Test(arguments: RegisteredFile.all) func hasVectors(file: RegisteredFile) {
    #expect(file.vectored?.vectors.isEmpty == false)
  }

  @Test(arguments: RegisteredFile.all) func understandsItsVectors(file: RegisteredFile) throws {
    func check<File: VectoredFile>(_ type: File.Type) throws {
      for vector in type.vectors {
        var reader = ByteReader(vector.bytes)
        #expect(try File(parsing: &reader).json() == vector.json, "\(vector.bytes.hex)")
        guard type.ignoresFilling else { continue }
        var longer = ByteReader(vector.bytes + Array(repeating: 0xFF, count: 9))
        #expect(try File(parsing: &longer).json() == vector.json, "longer \(vector.bytes.hex)")
      }
    }
    try file.vectored.map { try check($0) }
  }

  @Test(arguments: RegisteredFile.all) func refusesWhatItIsNot(file: RegisteredFile) {
    func check<File: VectoredFile>(_ type: File.Type) {
      for hex in type.refusals {
        #expect(throws: ParseError.self, "\(hex)") {
          var reader = reader(hex)
          _ = try File(parsing: &reader)
        }
      }
    }
    file.vectored.map { check($0) }
  }

  @Test(arguments: RegisteredFile.all) func writesDownWhatItUnderstood(file: RegisteredFile) throws
  {
    func check<File: EncodableFile>(_ type: File.Type, _ vectors: [Vector]) throws {
      for vector in vectors {
        var reader = ByteReader(vector.bytes)
        let value = try File(parsing: &reader)
        for count in 0...vector.bytes.count + 20 {
          guard let bytes = value.encoded(count: count) else { continue }
          #expect(bytes.count == count)
        }
        guard vector.isCanonical else { continue }
        #expect(value.encoded(count: vector.bytes.count)?.hex == vector.bytes.hex)
      }
    }
    guard let type = file.type as? any EncodableFile.Type else { return }
    try check(type, file.vectored?.vectors ?? [])
  }

  @Test(arguments: RegisteredFile.all) func survivesHostileBytes(file: RegisteredFile) {
    for vector in file.vectored?.vectors ?? [] {
      for count in 0..<vector.bytes.count { file.survives(Array(vector.bytes.prefix(count))) }
      for index in vector.bytes.indices {
        for byte: UInt8 in [0x00, 0x7F, 0x80, 0xFE, 0xFF] {
          var changed = vector.bytes
          changed[index] = byte
          file.survives(changed)
        }
      }
    }
    var random = RandomBytes()
    for count in 0..<300 { file.survives(random.next(count)) }
  }

  @Test(arguments: RegisteredFile.all) func keepsKeysToItself(file: RegisteredFile) {
    guard file.type.descriptor.confidentiality == .key else { return }
    for vector in file.vectored?.vectors ?? [] {
      let hex = vector.bytes.hex
      // Key bytes in the vectors rise or repeat; no four of them may turn up as they are.
      for start in stride(from: 0, to: max(0, hex.count - 8), by: 2) {
        #expect(!vector.json.uppercased().contains(hex.dropFirst(start).prefix(8)))
      }
    }
  }

  @Test(arguments: RegisteredFile.all) func leavesNothingNull(file: RegisteredFile) {
    for vector in file.vectored?.vectors ?? [] {
      #expect(!vector.json.contains(":null") && !vector.json.contains("[null"))
    }
  }
}

/// A type of the registry, named in test results by its file.
struct RegisteredFile: CustomTestStringConvertible {
  let type: any ElementaryFile.Type

  static let all = FileRegistry.all.map(RegisteredFile.init)

  var testDescription: String { type.descriptor.path + " " + type.descriptor.name }

  var vectored: (any VectoredFile.Type)? { type as? any VectoredFile.Type }

  /// Decodes bytes: a value that can be written as JSON, or an error that stands inside them.
  func survives(_ bytes: [UInt8]) {
    func check<File: ElementaryFile>(_ type: File.Type) {
      var reader = ByteReader(bytes)
      do throws(ParseError) {
        let value = try File(parsing: &reader)
        #expect(throws: Never.self, "\(bytes.hex)") { try value.json() }
        _ = (value as? any EncodableFile)?.encoded(count: bytes.count)
      } catch {
        #expect((0...bytes.count).contains(error.offset), "\(bytes.hex): \(error)")
      }
    }
    let type = type
    check(type)
  }
}

/// The same arbitrary bytes in every run (the linear congruential generator of ISO C's `rand`).
private struct RandomBytes {
  private var state: UInt32 = 1

  mutating func next(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      state = state &* 1_103_515_245 &+ 12_345
      return UInt8(truncatingIfNeeded: state >> 16)
    }
  }
}
