import Card

extension EFSPN: VectoredFile {
  /// 3GPP TS 31.102 §4.2.12.
  static let vectors = [
    Vector(
      "01 6769666667616666 FFFFFFFFFFFFFFFF",
      #"{"isHiddenWhenRoaming":false,"name":"giffgaff","showsNetworkAtHome":true}"#),
    // UCS2.
    Vector(
      "02 80 4E2D56FD FFFFFFFFFFFFFFFFFFFFFF",
      #"{"isHiddenWhenRoaming":true,"name":"中国","showsNetworkAtHome":false}"#),
    // A half page of UCS2.
    Vector(
      "00 81 02 08 94B0 FFFFFFFFFFFFFFFFFFFFFF",
      #"{"isHiddenWhenRoaming":false,"name":"Да","showsNetworkAtHome":false}"#, isCanonical: false),
    // The extension table.
    Vector("00 1B65 FFFF", #"{"isHiddenWhenRoaming":false,"name":"€","showsNetworkAtHome":false}"#),
    Vector("00 FFFF", #"{"isHiddenWhenRoaming":false,"name":"","showsNetworkAtHome":false}"#),
  ]

  static let refusals = [""]
}
