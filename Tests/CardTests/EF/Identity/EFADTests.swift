import Card

extension EFAD: VectoredFile {
  /// 3GPP TS 31.102 §4.2.18.
  static let vectors = [
    Vector(
      "00 0000 02",
      #"{"additionalInformation":"0000","mncLength":2,"operationMode":"normal"}"#),
    Vector(
      "81 0001 F3",
      #"""
      {"additionalInformation":"0001","mncLength":3,
      "operationMode":"typeApprovalWithSpecificFacilities"}
      """#),
    // Cards of 2G leave the length of the MNC out, or have something else there.
    Vector("00 0000", #"{"additionalInformation":"0000","operationMode":"normal"}"#),
    Vector("00 0000 FF", #"{"additionalInformation":"0000","operationMode":"normal"}"#),
    Vector(
      "04 0000 02",
      #"{"additionalInformation":"0000","mncLength":2,"operationMode":"cellTest"}"#),
    Vector(
      "7F 0000 02",
      #"{"additionalInformation":"0000","mncLength":2,"operationMode":"mode7F"}"#),
  ]

  static let refusals = ["", "00", "0000"]
}
