import Card
import Testing

/// A card that expects these commands in this order and has an answer to each.
final class ScriptedChannel: CardChannel {
  let answerToReset: [UInt8]
  let transmissionProtocol: TransmissionProtocol
  private var script: ArraySlice<(command: String, answer: String)>

  init(_ transmissionProtocol: TransmissionProtocol, _ script: KeyValuePairs<String, String>) {
    self.transmissionProtocol = transmissionProtocol
    answerToReset = [0x3B, 0x00]
    self.script = ArraySlice(script.map { ($0.key, $0.value) })
  }

  convenience init(_ script: KeyValuePairs<String, String>) { self.init(.t0, script) }

  func transmit(_ command: [UInt8]) throws(ChannelError) -> [UInt8] {
    guard let next = script.popFirst() else {
      Issue.record("unexpected command \(command.hex)")
      return [0x6F, 0x00]
    }
    #expect(command.hex == bytes(next.command).hex)
    return bytes(next.answer)
  }

  var isFinished: Bool { script.isEmpty }
}

/// Bytes of a literal; a typing error in it fails the test.
func bytes(_ hex: String) -> [UInt8] {
  guard let bytes = [UInt8](hex: hex) else {
    Issue.record("not hexadecimal: \(hex)")
    return []
  }
  return bytes
}

/// A reader over a literal.
func reader(_ hex: String) -> ByteReader { ByteReader(bytes(hex)) }
