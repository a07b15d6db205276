import Card

extension EFPNN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.58.
  static let vectors = [
    // Packed septets with four bits to spare, and UCS2.
    Vector("43 05 84 D4F29C0E 45 05 90 4E2D56FD FFFF", #"{"fullName":"Test","shortName":"中国"}"#),
    // Eight septets fill seven octets; without spare bits there are eight.
    Vector("43 08 80 E7B4D97C0E9BCD", #"{"fullName":"giffgaff"}"#),
    // Seven leave seven bits.
    Vector("43 08 87 E7B4D97C0E9B01", #"{"fullName":"giffgaf"}"#),
    Vector("43 01 80 80 03 4F7061", #"{"additionalInformation":"Opa","fullName":""}"#),
  ]

  static let refusals = ["43", "4300", "4302A041"]
}
