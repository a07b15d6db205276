import FoundationEssentials
import Glibc
import Words

/// The encoding of a text: what iconv calls it.
public struct TextEncoding: Equatable, Sendable {
  /// Its name, such as `GB18030`.
  public let name: String

  /// An encoding, if the system's iconv knows it: `gbk`, `big5`, `utf-16`, `windows-1252` and more.
  public init?(_ name: String) {
    let plain = name.uppercased()
    guard !plain.isEmpty, plain.count <= 40,
      plain.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) })
    else { return nil }
    // The later standard has all of the earlier ones.
    let isChinese = ["GBK", "GB2312", "CP936", "GB-2312", "EUC-CN"].contains(plain)
    self.name = isChinese ? "GB18030" : plain
    guard Converter(from: self.name) != nil else { return nil }
  }

  private init(known name: String) { self.name = name }

  /// What a text says of its encoding: the mark that it begins with and how long that is, or zeros
  /// where only UTF-16 has them. Nil for UTF-8, and where nothing is said.
  static func shown(by bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
    let marks: [([UInt8], String)] = [
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]
    for (mark, name) in marks where bytes.starts(with: mark) {
      return (TextEncoding(known: name), mark.count)
    }
    let zeros = [0, 1].map { parity in
      bytes.enumerated().count { $0.offset % 2 == parity && $0.element == 0 }
    }
    guard zeros.filter({ $0 == 0 }).count == 1 else { return nil }
    let isLittle = zeros[0] == 0
    // Text in UTF-8 with a stray zero in it is no UTF-16.
    let share = zeros.reduce(0, +) * 10
    guard share >= bytes.count * 3 || String(validating: bytes, as: UTF8.self) == nil else {
      return nil
    }
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      isLittle
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
        : UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1])
    }
    guard units.contains(where: { [0x0A, 0x0D, 0x09, 0x2C, 0x3B].contains($0) }) else {
      return nil
    }
    return (TextEncoding(known: isLittle ? "UTF-16LE" : "UTF-16BE"), 0)
  }

  /// The bytes of a text in UTF-8. What is no character of the encoding becomes a byte that UTF-8
  /// doesn't have, so that whoever reads the text finds it at its place.
  func decoding(_ read: @escaping () throws -> Data) -> () throws -> Data {
    guard let converter = Converter(from: name) else { return read }
    return {
      while true {
        let chunk = try read()
        let text = converter.convert(Array(chunk), isLast: chunk.isEmpty)
        // Empty means the end.
        if !text.isEmpty || chunk.isEmpty { return Data(text) }
      }
    }
  }
}

/// Wraps `iconv` (POSIX), which glibc has for some hundred encodings.
private final class Converter {
  private let descriptor: iconv_t
  private let unit: Int
  private var rest: [UInt8] = []

  init?(from name: String) {
    guard let descriptor = iconv_open("UTF-8", name),
      Int(bitPattern: descriptor) != -1
    else { return nil }
    self.descriptor = descriptor
    unit = name.hasPrefix("UTF-16") ? 2 : name.hasPrefix("UTF-32") ? 4 : 1
  }

  deinit { iconv_close(descriptor) }

  func convert(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
    var input = (rest + chunk).map { CChar(bitPattern: $0) }
    rest = []
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var start = 0
    while start < input.count {
      var (left, room) = (input.count - start, buffer.count)
      let status = input.withUnsafeMutableBufferPointer { input in
        buffer.withUnsafeMutableBufferPointer { buffer in
          var (from, to) = (input.baseAddress.map { $0 + start }, buffer.baseAddress)
          return iconv(descriptor, &from, &left, &to, &room) == -1 ? errno : 0
        }
      }
      output += buffer.prefix(buffer.count - room).map { UInt8(bitPattern: $0) }
      start = input.count - left
      switch status {
      case 0, E2BIG: continue
      case EINVAL where !isLast:
        // The rest of the character comes with the next bytes.
        rest = input[start...].map { UInt8(bitPattern: $0) }
        return output
      default:
        output.append(0xFF)
        start += min(unit, input.count - start)
      }
    }
    return output
  }
}
