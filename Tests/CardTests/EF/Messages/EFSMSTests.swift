import Card

extension EFSMS: VectoredFile {
  /// 3GPP TS 31.102 §4.2.25.
  static let vectors = [
    Vector("01 0791 FFFF", #"{"status":"read"}"#),
    Vector("03 0791", #"{"status":"unread"}"#),
    // Bits 5 and 4 of a message sent tell of its report.
    Vector("05 0791", #"{"report":"notRequested","status":"sent"}"#),
    Vector("0D 0791", #"{"report":"pending","status":"sent"}"#),
    Vector("15 0791", #"{"report":"received","status":"sent"}"#),
    Vector("1D 0791", #"{"report":"stored","status":"sent"}"#),
    Vector("07 0791", #"{"status":"toBeSent"}"#),
    // A message that was deleted may still be there.
    Vector("00 0791", #"{"status":"free"}"#),
    Vector("FE", #"{"status":"free"}"#),
  ]

  static let refusals = [""]
}
