/// Digits of a CDMA number as one number: each digit counts from 1 to 10, ten standing for 0, so
/// that the whole is less by a one for each place (3GPP2 C.S0005 §2.3.1).
enum MINDigits {
  /// The digits in `code`. Nil when it is more than they can make.
  static func text(_ code: UInt64, count: Int) -> String? {
    var digits = ""
    var rest = code
    for _ in 0..<count {
      digits = String((rest % 10 + 1) % 10) + digits
      rest /= 10
    }
    return rest == 0 ? digits : nil
  }
}
