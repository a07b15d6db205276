import Card

extension EFSMSP: VectoredFile {
  /// 3GPP TS 31.102 §4.2.27.
  static let vectors = [
    // A bit that is 0 means that the parameter is there.
    Vector(
      "4869 E1 FFFFFFFF FFFFFFFF FFFFFFFF 08 91 683108100005F0FFFFFF 00 00 A7",
      #"""
      {"dataCodingScheme":0,"name":"Hi","protocolIdentifier":0,
      "serviceCentre":"+8613800100500","validityMinutes":1440}
      """#),
    // The length of the destination counts digits, that of the centre bytes.
    Vector(
      "FE 0A 91 9451113254FFFFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF FF",
      #"{"destination":"+4915112345"}"#),
    Vector("FFFF FF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF", #"{}"#),
    // TS 23.040 §9.2.3.12.1, on both sides of its steps.
    Vector(
      "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF 8F",
      #"{"validityMinutes":720}"#),
    Vector(
      "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF 90",
      #"{"validityMinutes":750}"#),
    Vector(
      "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF A8",
      #"{"validityMinutes":2880}"#),
    Vector(
      "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF C4",
      #"{"validityMinutes":43200}"#),
    Vector(
      "EF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FF FF C5",
      #"{"validityMinutes":50400}"#),
    // What is marked absent is, whatever stands there.
    Vector(
      "FD FFFFFFFF FFFFFFFF FFFFFFFF 08 91 683108100005F0FFFFFF 00 00 00",
      #"{"serviceCentre":"+8613800100500"}"#, isCanonical: false),
  ]

  static let refusals = ["", "FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFF"]
}
