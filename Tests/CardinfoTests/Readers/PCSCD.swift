import CardState
import Foundation
import Testing

/// A real pcscd of the test's own, in a mount namespace, with vpcd's virtual readers.
enum PCSCD {
  /// Whether this machine can host one; if not, why.
  static let obstacle: String? = {
    do {
      let result = try Command.bash("Tests/System/private-pcscd -- true")
      return result.status == 0 ? nil : result.errors
    } catch {
      return "\(error)"
    }
  }()

  static var isAvailable: Bool { obstacle == nil }
  static let comment: Comment = "needs a pcscd of its own: \(obstacle ?? "")"

  /// Whether a real USB reader is plugged in.
  static let hasUSBReader =
    (try? Command.bash("grep -qsx 0b /sys/bus/usb/devices/*/bInterfaceClass").status) == 0

  /// Runs a script of bash while the cards named sit in the readers.
  static func with(_ cards: [String], slots: Int? = nil, _ script: String) throws -> Command.Result
  {
    try Command.bash(
      "Tests/System/private-pcscd --slots \(slots ?? max(1, cards.count)) -- "
        + "Tests/System/with-virtual-cards $CARDINFO \(cards.joined(separator: " ")) -- "
        + "bash -c '\(script)'")
  }
}
