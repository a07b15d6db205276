/// Septets packed into octets behind fill bits, bit by bit (3GPP TS 23.038 §6.1.2.1).
func pack(_ septets: [UInt8], fillBits: Int = 0) -> [UInt8] {
  var bits = [Bool](repeating: false, count: fillBits)
  for septet in septets { bits += (0..<7).map { septet & (1 << $0) != 0 } }
  return stride(from: 0, to: bits.count, by: 8).map { start in
    bits.dropFirst(start).prefix(8).enumerated().reduce(into: UInt8(0)) { octet, bit in
      if bit.element { octet |= 1 << bit.offset }
    }
  }
}
