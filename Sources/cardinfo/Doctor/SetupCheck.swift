import Card
import FoundationEssentials
import PCSC
import Words

/// One thing that a machine needs to read cards, and whether it is so.
struct SetupCheck: Encodable {
  var name: Words
  var outcome: Outcome
  var finding: Words
  var hint: Words?
  /// Whether it is about one reader, and the card in it.
  private var isOfReader = false

  private enum CodingKeys: CodingKey { case name, outcome, finding, hint }

  enum Outcome: String, Encodable {
    case fine
    case noted
    case failed
  }

  init(_ name: Words, _ outcome: Outcome, _ finding: Words, hint: Words? = nil) {
    self.name = name
    self.outcome = outcome
    self.finding = finding
    self.hint = hint
  }

  /// Everything, from the service outwards to the card.
  static func all() -> [SetupCheck] {
    let usb = USBReader.connected()
    var checks = [driver]
    do throws(PCSCError) {
      let states = try PCSCContext(Patience(seconds: 10)).readerStates()
      checks.append(
        SetupCheck(Words(verbatim: "pcscd"), .fine, Words("running, and lets this person in")))
      checks.append(usbReaders(usb, seenByPCSCD: states.count))
      if let limit = readerLimit(states.count, onUSB: usb.count) { checks.append(limit) }
      checks += states.enumerated().map { reader(.init(index: $0.offset, state: $0.element)) }
    } catch {
      checks.append(service(error))
      checks.append(usbReaders(usb, seenByPCSCD: nil))
    }
    return checks + [udevRule, modemManager(usb)].compactMap { $0 }
  }

  /// The first thing that keeps cards from being read; nil where a card can be.
  static func obstacle(in checks: [SetupCheck]) -> SetupCheck? {
    if checks.contains(where: { $0.isOfReader && $0.outcome == .fine }) { return nil }
    return checks.first { $0.outcome == .failed } ?? checks.first(where: \.isOfReader)
  }

  private static func service(_ error: PCSCError) -> SetupCheck {
    if error.code == .pcscAccessDenied {
      return SetupCheck(
        Words(verbatim: "pcscd"), .failed, error.message,
        hint: Words(
          "a rule in /etc/polkit-1/rules.d lets a group in; \(Manual.page("readers")) has one"))
    }
    let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/pcscd")
    return isInstalled
      ? SetupCheck(Words(verbatim: "pcscd"), .failed, error.message, hint: error.hint)
      : SetupCheck(
        Words(verbatim: "pcscd"), .failed, Words("not installed"),
        hint: Words(verbatim: "apt install pcscd libccid"))
  }

  /// The driver of nearly all USB readers.
  private static var driver: SetupCheck {
    let directories = ["/usr/lib/pcsc/drivers", "/usr/lib64/pcsc/drivers"]
    let isThere = directories.contains {
      FileManager.default.fileExists(atPath: "\($0)/ifd-ccid.bundle")
    }
    return isThere
      ? SetupCheck(Words("driver"), .fine, Words("libccid, for USB readers"))
      : SetupCheck(
        Words("driver"), .failed, Words("libccid is not installed"),
        hint: Words(verbatim: "apt install libccid"))
  }

  private static func usbReaders(_ usb: [USBReader], seenByPCSCD count: Int?) -> SetupCheck {
    let names = usb.map(\.name).joined(separator: ", ")
    switch (usb.isEmpty, count) {
    case (true, .some(1...)):
      return SetupCheck(Words("readers"), .fine, Words("none on USB, others are there"))
    case (true, _):
      return SetupCheck(
        Words("readers"), .failed, Words("no card reader is plugged in"),
        hint: Words("plug in a USB reader that follows CCID; a phone or a modem is not one"))
    case (false, 0):
      return SetupCheck(
        Words("readers"), .failed, Words("plugged in, and pcscd does not see: \(names)"),
        hint: Words(
          "plug it in again; if that does not help, `make install` adds a udev rule for it"))
    case (false, _): return SetupCheck(Words("readers"), .fine, Words(verbatim: names))
    }
  }

  /// pcscd has room for sixteen readers, and a device with two slots takes two places: nothing says so when
  /// one more is plugged in. Nil where there is room.
  static func readerLimit(_ count: Int, onUSB devices: Int) -> SetupCheck? {
    let limit = PCSCContext.mostReaders
    // One that was built for more has more.
    guard count == limit else { return nil }
    return SetupCheck(
      Words("number of readers"), devices > count ? .failed : .noted,
      devices > count
        ? Words("pcscd takes \(limit) at most, and \(devices) are on USB: the others are not seen")
        : Words("pcscd takes \(limit) at most, and has them: one more would not be seen"),
      hint: Words(
        "a pcscd that was built for more, or another machine: \(Manual.page("readers")) says how"))
  }

  private static func reader(_ choice: ReaderSelection.Choice) -> SetupCheck {
    var check = finding(of: choice)
    check.isOfReader = true
    return check
  }

  private static func finding(of choice: ReaderSelection.Choice) -> SetupCheck {
    let state = choice.state
    guard state.isAvailable else {
      return SetupCheck(
        Words(verbatim: state.name), .failed, Words("its driver failed"),
        hint: Words("unplug it and plug it in again"))
    }
    if state.isMute {
      return SetupCheck(
        Words(verbatim: state.name), .failed, Words("the card does not answer"),
        hint: Words("turn it over, clean its contacts, insert it again"))
    }
    if state.isExclusive {
      return SetupCheck(
        Words(verbatim: state.name), .failed, Words("another program keeps the card for itself"),
        hint: Words("close it: gpg-agent, ModemManager, another cardinfo"))
    }
    if state.hasCard, state.isInUse, let problem = holding(choice) {
      return SetupCheck(
        Words(verbatim: state.name), .failed, problem.sentence, hint: problem.nextStep)
    }
    return state.hasCard
      ? SetupCheck(Words(verbatim: state.name), .fine, Words("a card that answers"))
      : SetupCheck(Words(verbatim: state.name), .noted, Words("no card"), hint: Words("insert one"))
  }

  /// That another program is at work with the card at this moment, and which.
  private static func holding(_ choice: ReaderSelection.Choice) -> Problem? {
    do throws(ChannelError) {
      try ReaderCardAccess(choice, waiting: 1).withCard(attempts: 1, isLeftAsItIs: { true }) { _ in
      }
      return nil
    } catch {
      return error.code == .cardInUse ? error.problem : nil
    }
  }

  /// Needed only for readers that the system's own rules miss.
  private static var udevRule: SetupCheck {
    let directories = ["/etc/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d"]
    let isThere = directories.contains {
      FileManager.default.fileExists(atPath: "\($0)/70-cardinfo.rules")
    }
    return isThere
      ? SetupCheck(Words("udev rule"), .fine, Words("70-cardinfo.rules is installed"))
      : SetupCheck(
        Words("udev rule"), .noted, Words("70-cardinfo.rules is not installed"),
        hint: Words("needed only for readers that are part of a larger device: make install"))
  }

  private static func modemManager(_ usb: [USBReader]) -> SetupCheck? {
    guard usb.contains(where: \.isComposite), Processes.names().contains("ModemManager") else {
      return nil
    }
    return SetupCheck(
      Words(verbatim: "ModemManager"), .noted,
      Words("running; it may probe readers that are part of a larger device"),
      hint: Words("make install adds a udev rule that keeps it away from readers"))
  }
}
