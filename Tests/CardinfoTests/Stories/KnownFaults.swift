/// Lives that the program does not yet judge as it should, each with what is wrong. A life that comes
/// right fails until it is struck off.
enum KnownFault {
  static let all: [String: String] = [
    "In Chinese":
      "the carrier's own date does not win over the rule's stricter second reading",
    "In Thai, Indonesian, Turkish, Russian and Ukrainian":
      "the number's own date is not read in all of them",
  ]
}
