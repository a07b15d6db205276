import Words

/// What is asked for in lpac's grammar.
enum LPACRequest: Hashable {
  case version
  case drivers
  case readers
  case httpDrivers
  case chip
  case defaultServer(String)
  case purge
  case profiles
  case enable(String, refresh: Bool?)
  case disable(String, refresh: Bool?)
  case rename(String, to: String)
  case delete(String)
  case download(Download)
  case discovery(server: String?, imei: String?)
  case notifications
  case process(Numbers, removes: Bool)
  case remove(Numbers)
  case dump(Numbers)

  /// What `profile download` takes.
  struct Download: Hashable {
    var server: String?
    var matchingID: String?
    var imei: String?
    var confirmationCode: String?
    var activationCode: String?
    var isPreviewed = false
  }

  /// Notifications.
  enum Numbers: Hashable {
    case all
    case only([Int])
  }

  /// Understands the words behind the command's name.
  init(_ words: [String]) throws(LPACUsage) {
    let applet = try Self.applet(for: words)
    let arguments = try LPACArguments(
      words.dropFirst(applet.path.count), options: applet.options, usage: applet.usageLine)
    guard let request = applet.request(arguments) else {
      throw LPACUsage(lines: [applet.usageLine])
    }
    self = request
  }

  /// A command, what it takes, and what that means; nil where it makes no sense.
  private struct Applet: Sendable {
    let path: [String]
    /// As getopt(3) has them; none where a word that begins with `-` is one like any other.
    var options = ""
    var usage = ""
    let request: @Sendable (LPACArguments) -> LPACRequest?

    var usageLine: String {
      (["usage: lpac"] + path + [usage]).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private static let applets: [Applet] = [
    Applet(path: ["driver", "apdu", "list"]) { _ in .readers },
    Applet(path: ["driver", "http", "list"]) { _ in .httpDrivers },
    Applet(path: ["driver", "list"]) { _ in .drivers },
    Applet(path: ["chip", "info"]) { _ in .chip },
    Applet(path: ["chip", "defaultsmdp"], usage: "ADDRESS") {
      $0.operands.first.map(Self.defaultServer)
    },
    Applet(path: ["chip", "purge"], usage: "yes") { $0.operands.first == "yes" ? .purge : nil },
    Applet(path: ["profile", "list"]) { _ in .profiles },
    Applet(path: ["profile", "enable"], usage: "ICCID|AID [1|0]") { $0.switching(Self.enable) },
    Applet(path: ["profile", "disable"], usage: "ICCID|AID [1|0]") { $0.switching(Self.disable) },
    Applet(path: ["profile", "nickname"], usage: "ICCID [NAME]") { arguments in
      arguments.operands.first.map { .rename($0, to: arguments.operand(1) ?? "") }
    },
    Applet(path: ["profile", "delete"], usage: "ICCID|AID") { $0.operands.first.map(Self.delete) },
    Applet(
      path: ["profile", "download"], options: "s:m:i:c:a:ph",
      usage: "[-a CODE | [-s ADDRESS] [-m MATCHING-ID]] [-c CONFIRMATION-CODE] [-i IMEI] [-p]"
    ) {
      $0.has("h")
        ? nil
        : .download(
          Download(
            server: $0.value("s"), matchingID: $0.value("m"), imei: $0.value("i"),
            confirmationCode: $0.value("c"), activationCode: $0.value("a"),
            isPreviewed: $0.has("p")))
    },
    Applet(path: ["profile", "discovery"], options: "s:i:h", usage: "[-s ADDRESS] [-i IMEI]") {
      $0.has("h") ? nil : .discovery(server: $0.value("s"), imei: $0.value("i"))
    },
    Applet(path: ["notification", "list"]) { _ in .notifications },
    Applet(path: ["notification", "process"], options: "arh", usage: "[-r] -a | NUMBER…") {
      arguments in
      arguments.numbers.map { .process($0, removes: arguments.has("r")) }
    },
    Applet(path: ["notification", "remove"], options: "ah", usage: "-a | NUMBER…") {
      $0.numbers.map(Self.remove)
    },
    Applet(path: ["notification", "dump"], options: "ah", usage: "-a | NUMBER…") {
      $0.numbers.map(Self.dump)
    },
    Applet(path: ["version"]) { _ in .version },
  ]

  private static func applet(for words: [String]) throws(LPACUsage) -> Applet {
    var path: [String] = []
    while true {
      let candidates = applets.filter { $0.path.starts(with: path) }
      if let applet = candidates.first, applet.path == path { return applet }
      var next: [String] = []
      for name in candidates.compactMap({ $0.path.dropFirst(path.count).first })
      where !next.contains(name) {
        next.append(name)
      }
      guard let word = words.dropFirst(path.count).first, next.contains(word) else {
        let usage =
          (["usage: lpac"] + path).joined(separator: " ") + " <\(next.joined(separator: "|"))>"
        throw LPACUsage(
          lines: words.dropFirst(path.count).first.map { [Words("there is no '\($0)' here").text] }
            ?? [], usage)
      }
      path.append(word)
    }
  }
}

/// What a person is told who asks in a way that is not understood.
struct LPACUsage: Error {
  let lines: [String]

  init(lines: [String], _ usage: String? = nil) {
    self.lines = lines + [usage].compactMap { $0 }
  }
}

/// The words behind a command, taken apart as getopt(3) does: options of one letter, several behind one
/// dash, their values behind them or in the next word; operands may stand before options.
struct LPACArguments {
  private(set) var operands: [String] = []
  private var values: [Character: String] = [:]

  init(_ words: ArraySlice<String>, options: String, usage: String) throws(LPACUsage) {
    guard !options.isEmpty else {
      operands = Array(words)
      return
    }
    var words = words
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      }
      guard word.hasPrefix("-"), word.count > 1 else {
        operands.append(word)
        continue
      }
      var letters = word.dropFirst()
      while let letter = letters.popFirst() {
        guard letter != ":", let place = options.firstIndex(of: letter) else {
          throw LPACUsage(lines: [Words("there is no option -\(String(letter))").text], usage)
        }
        guard options[options.index(after: place)...].first == ":" else {
          values[letter] = ""
          continue
        }
        guard let value = letters.isEmpty ? words.popFirst() : String(letters) else {
          throw LPACUsage(lines: [Words("-\(String(letter)) wants a value").text], usage)
        }
        values[letter] = value
        letters = ""
      }
    }
  }

  func has(_ option: Character) -> Bool { values[option] != nil }

  func value(_ option: Character) -> String? { values[option] }

  func operand(_ index: Int) -> String? { operands.dropFirst(index).first }

  /// Nil where a word is no number: left out, it would seem to have been done.
  var numbers: LPACRequest.Numbers? {
    guard !has("h") else { return nil }
    if has("a") { return .all }
    let numbers = operands.compactMap { UInt32($0).map(Int.init) }
    return numbers.count == operands.count ? .only(numbers) : nil
  }

  /// A profile, and whether the device is to read the card anew; nil where that is neither said nor denied.
  func switching(_ request: (String, Bool?) -> LPACRequest) -> LPACRequest? {
    guard let profile = operands.first else { return nil }
    switch operand(1)?.lowercased() {
    case nil: return request(profile, nil)
    case "1", "y", "on", "yes", "true": return request(profile, true)
    case "0", "n", "off", "no", "false": return request(profile, false)
    default: return nil
    }
  }
}
