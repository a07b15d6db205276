/// Lives that the program does not yet judge as it should, each with what is wrong. A life that comes
/// right fails until it is struck off.
enum KnownFault {
  static let all: [String: String] = [:]
}
