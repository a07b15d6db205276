import CQREncode

/// A QR code. For a terminal it has two rows of modules a line, dark on light whatever the colours are.
struct QRCode {
  /// The rows of modules; true is dark.
  let rows: [[Bool]]

  /// The code of a text. Nil for one that is too long for a screen.
  init?(_ text: String) {
    guard text.utf8.count <= 300, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard width > 0, let data = code.pointee.data else { return nil }
    let modules = UnsafeBufferPointer(start: data, count: width * width)
    rows = (0..<width).map { row in
      (0..<width).map { column in modules[row * width + column] & 1 == 1 }
    }
  }

  /// The code with the quiet zone around it that readers need (ISO/IEC 18004 asks for four
  /// modules; two are enough for phones, and eighty columns are not many).
  var lines: [String] {
    let margin = 2
    let width = rows.count + 2 * margin
    func isDark(_ row: Int, _ column: Int) -> Bool {
      let (row, column) = (row - margin, column - margin)
      return rows.indices.contains(row) && rows.indices.contains(column) && rows[row][column]
    }
    // Light modules are drawn: most terminals are dark, and a code has to be dark on light.
    return stride(from: 0, to: width, by: 2).map { row in
      String(
        (0..<width).map { column -> Character in
          switch (isDark(row, column), isDark(row + 1, column)) {
          case (false, false): "█"
          case (false, true): "▀"
          case (true, false): "▄"
          case (true, true): " "
          }
        })
    }
  }
}
