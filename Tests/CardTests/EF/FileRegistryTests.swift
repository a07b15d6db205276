import Card
import Testing

/// Every file that the library knows, against its vectors and against hostile bytes.
struct FileRegistryTests {
  @Test(arguments: RegisteredFile.all) func hasVectors(file: RegisteredFile) {
    #expect(file.tables.count == 1)
    #expect(file.vectors.isEmpty == false)
  }

  @Test func everyTableIsOfAFile() {
    let known = Set(RegisteredFile.all.map(\.testDescription))
    for table in FileVectors.all {
      #expect(known.contains { $0.hasPrefix(table.directory.name) && $0.hasSuffix(table.name) })
    }
    #expect(FileVectors.all.count == RegisteredFile.all.count)
  }

  @Test(arguments: RegisteredFile.all) func understandsItsVectors(file: RegisteredFile) throws {
    for vector in file.vectors {
      #expect(try file.json(vector.bytes) == vector.json, "\(vector.bytes.hex)")
      guard file.ignoresFilling else { continue }
      let longer = vector.bytes + Array(repeating: 0xFF, count: 9)
      #expect(try file.json(longer) == vector.json, "longer \(vector.bytes.hex)")
    }
  }

  @Test(arguments: RegisteredFile.all) func refusesWhatItIsNot(file: RegisteredFile) {
    for hex in file.tables.flatMap(\.refusals) {
      #expect(throws: ParseError.self, "\(hex)") { try file.json(bytes(hex)) }
    }
  }

  @Test(arguments: RegisteredFile.all) func writesDownWhatItUnderstood(file: RegisteredFile) throws
  {
    for vector in file.vectors {
      var reader = ByteReader(vector.bytes)
      guard let value = try file.known.decode(&reader) as? any EncodableLayout else { return }
      for count in 0...vector.bytes.count + 20 {
        guard let bytes = value.encoded(count: count) else { continue }
        #expect(bytes.count == count)
      }
      guard vector.isCanonical else { continue }
      #expect(value.encoded(count: vector.bytes.count)?.hex == vector.bytes.hex)
    }
  }

  @Test(arguments: RegisteredFile.all) func survivesHostileBytes(file: RegisteredFile) {
    for vector in file.vectors {
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
    guard file.known.descriptor.confidentiality == .key else { return }
    for vector in file.vectors {
      let hex = vector.bytes.hex
      // Key bytes in the vectors rise or repeat; no four of them may turn up as they are.
      for start in stride(from: 0, to: max(0, hex.count - 8), by: 2) {
        #expect(!vector.json.uppercased().contains(hex.dropFirst(start).prefix(8)))
      }
    }
  }

  @Test(arguments: RegisteredFile.all) func leavesNothingNull(file: RegisteredFile) {
    for vector in file.vectors {
      #expect(!vector.json.contains(":null") && !vector.json.contains("[null"))
    }
  }
}

/// A file of the registry, named in test results by its place and name.
struct RegisteredFile: CustomTestStringConvertible {
  let known: any KnownFile

  static let all = EF.all.map(RegisteredFile.init)

  var testDescription: String { known.descriptor.path + " " + known.descriptor.name }

  /// The tables of the file, which is one.
  var tables: [FileVectors] {
    let file = known.descriptor
    return FileVectors.all.filter { $0.name == file.name && $0.directory == file.directory }
  }

  var vectors: [Vector] { tables.flatMap(\.vectors) }

  var ignoresFilling: Bool {
    guard case .transparent = known.descriptor.structure else { return false }
    return tables.allSatisfy(\.ignoresFilling)
  }

  func json(_ bytes: [UInt8]) throws -> String {
    var reader = ByteReader(bytes)
    return try known.decode(&reader).json()
  }

  /// Decodes bytes: a value that can be written as JSON, or an error that stands inside them.
  func survives(_ bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    do throws(ParseError) {
      let value = try known.decode(&reader)
      #expect(throws: Never.self, "\(bytes.hex)") { try value.json() }
      _ = (value as? any EncodableLayout)?.encoded(count: bytes.count)
    } catch {
      #expect((0...bytes.count).contains(error.offset), "\(bytes.hex): \(error)")
    }
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
