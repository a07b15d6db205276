import Words

/// The QR codes of a page: each is on it once, however often it is shown.
struct QRCodes {
  private var numbers: [String: Int] = [:]
  private var drawn: [HTML] = []

  /// The code of an address, to be unfolded; nil for one that has none.
  mutating func code(of address: String) -> HTML? {
    guard let number = number(of: address), let code = QRCode(address) else { return nil }
    let size = code.rows.count + 2 * Self.quiet
    return """
      <details class="qr" name="qr"><summary>\(Words("QR code for a phone"))</summary>\
      <svg role="img" viewBox="0 0 \(size) \(size)" aria-label="\(Words("QR code: \(address)"))">\
      <use href="#qr-\(number)"/></svg></details>
      """
  }

  /// The drawings that the codes refer to.
  var drawings: HTML {
    drawn.isEmpty
      ? HTML()
      : "<svg class=\"unseen\" aria-hidden=\"true\" width=\"0\" height=\"0\">\(drawn)</svg>"
  }

  /// Modules without anything around a code (ISO/IEC 18004).
  private static let quiet = 4

  private mutating func number(of address: String) -> Int? {
    if let number = numbers[address] { return number }
    guard let code = QRCode(address) else { return nil }
    let number = drawn.count + 1
    let size = code.rows.count + 2 * Self.quiet
    drawn.append(
      """
      <symbol id="qr-\(number)" viewBox="0 0 \(size) \(size)">\
      <rect width="\(size)" height="\(size)" fill="#fff"/>\
      <path fill="#000" d="\(Self.path(code))"/></symbol>
      """)
    numbers[address] = number
    return number
  }

  /// A rectangle for each run of dark modules.
  private static func path(_ code: QRCode) -> String {
    var path = ""
    for (y, row) in code.rows.enumerated() {
      var start: Int?
      for (x, isDark) in (row + [false]).enumerated() {
        if isDark, start == nil { start = x }
        guard !isDark, let from = start else { continue }
        path += "M\(from + quiet) \(y + quiet)h\(x - from)v1H\(from + quiet)z"
        start = nil
      }
    }
    return path
  }
}
