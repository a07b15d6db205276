import Card
import CardState
import Glibc
import PCSC
import Words

/// What lpac's environment variables say. What can't be done as they say is refused, and not done in
/// another way.
struct LPACEnvironment {
  private let variables: (String) -> String?

  /// - Parameter variables: The value of a variable; nil where it is not set.
  init(_ variables: @escaping (String) -> String? = { getenv($0).map { String(cString: $0) } }) {
    self.variables = variables
  }

  /// The value of the first variable that has one: the second name is that of earlier versions.
  private func value(_ names: String...) -> String? {
    names.lazy.compactMap(variables).first { !$0.isEmpty }
  }

  /// Cards are reached by PC/SC alone.
  func requirePCSC() throws(Problem) {
    guard let driver = value("LPAC_APDU"), driver != "pcsc" else { return }
    throw Problem(
      .usage, Words("LPAC_APDU is \(driver), and cardinfo reaches cards by pcsc alone"),
      nextStep: Words("put the card into a PC/SC reader, and set LPAC_APDU to pcsc or not at all"))
  }

  /// Servers are called by libcurl alone.
  func requireCurl() throws(Problem) {
    guard let driver = value("LPAC_HTTP"), driver != "curl" else { return }
    throw Problem(
      .usage, Words("LPAC_HTTP is \(driver), and cardinfo calls servers by curl alone"),
      nextStep: Words("set LPAC_HTTP to curl or not at all"))
  }

  /// Bytes of one block of STORE DATA; nil where nothing is said.
  func block() throws(Problem) -> Int? {
    guard let text = value("LPAC_CUSTOM_ES10X_MSS"), text != "0" else { return nil }
    guard let block = Int(text), (6...255).contains(block) else {
      throw Problem(.usage, Words("LPAC_CUSTOM_ES10X_MSS is '\(text)', and may be 6 to 255"))
    }
    return block
  }

  /// Whether the exchanges with the card are to be shown.
  var isTraced: Bool {
    ["1", "y", "on", "yes", "true"].contains(
      value("LPAC_APDU_DEBUG", "LIBEUICC_DEBUG_APDU")?.lowercased())
  }

  /// Whether what goes to servers is to be shown, which has codes and numbers in it.
  var wantsServersTraced: Bool {
    ["1", "y", "on", "yes", "true"].contains(
      value("LPAC_HTTP_DEBUG", "LIBEUICC_DEBUG_HTTP")?.lowercased())
  }

  /// The one reader that is meant: by its number, by a part of its name, or the first that is not to be
  /// left out. Of several, the first with a card.
  func reader(among states: [ReaderState]) throws(Problem) -> Int {
    guard !states.isEmpty else { throw PCSCError.noReadersAvailable.problem }
    let all = states.enumerated().map { (index: $0.offset, state: $0.element) }
    let meant: [(index: Int, state: ReaderState)]
    let variable: String
    if let number = value("LPAC_APDU_PCSC_DRV_IFID", "DRIVER_IFID") {
      variable = "LPAC_APDU_PCSC_DRV_IFID"
      meant = all.filter { $0.index == Int(number) }
    } else if let name = value("LPAC_APDU_PCSC_DRV_NAME", "DRIVER_NAME") {
      variable = "LPAC_APDU_PCSC_DRV_NAME"
      meant = all.filter { $0.state.name.contains(name) }
    } else {
      variable = "LPAC_APDU_PCSC_DRV_IGNORE_NAME"
      let ignored = value(variable)?.split(separator: ";").map(String.init) ?? []
      meant = all.filter { reader in !ignored.contains { reader.state.name.contains($0) } }
    }
    guard let reader = meant.first(where: \.state.hasCard) ?? meant.first else {
      let names = all.map { "\($0.index) \($0.state.name)" }
      throw Problem(
        .readerUnknown, Words("\(variable) leaves no reader"),
        nextStep: Words("there are: \(names.joined(separator: "; "))"))
    }
    return reader.index
  }

  /// The one eUICC that is meant: the one of the name given, else the only one, else that of the
  /// standard name.
  func choose(from targets: [ChangeRun.Target]) throws(Problem) -> ChangeRun.Target {
    let variable = "LPAC_CUSTOM_ISD_R_AID"
    let standard = ISDRCatalog.standard.aid.bytes.hex
    let names = targets.map(\.euicc.isdrAID).joined(separator: ", ")
    let given = value(variable)
    if let given, !(2...32).contains(given.utf8.count) || [UInt8](hex: given) == nil {
      throw Problem(.usage, Words("\(variable) is no name of an application"))
    }
    // Programs that know no better give the standard name, which vendors' eUICCs don't have.
    let wanted = given?.uppercased() ?? standard
    if let target = targets.first(where: { $0.euicc.isdrAID.uppercased() == wanted }) {
      return target
    }
    guard wanted == standard else {
      throw Problem(
        .noEUICC, Words("no eUICC answers by the name in \(variable)"),
        nextStep: Words("there are: \(names)"))
    }
    guard let target = targets.first, targets.count == 1 else {
      throw Problem(
        .ambiguousEUICC, Words("there are \(targets.count) eUICCs here"),
        nextStep: Words("name one in \(variable); there are: \(names)"))
    }
    return target
  }
}
