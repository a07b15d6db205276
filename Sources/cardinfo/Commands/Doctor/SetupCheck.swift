import Card
import FoundationEssentials
import PCSC

/// One thing that a machine needs to read cards, and whether it is so.
struct SetupCheck: Encodable {
  var name: String
  var outcome: Outcome
  var finding: String
  var hint: String?

  enum Outcome: String, Encodable {
    case fine
    case noted
    case failed
  }

  init(_ name: String, _ outcome: Outcome, _ finding: String, hint: String? = nil) {
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
      let states = try PCSCContext().readerStates()
      checks.append(SetupCheck("pcscd", .fine, "running, and lets this person in"))
      checks.append(usbReaders(usb, seenByPCSCD: states.count))
      checks += states.map(reader)
    } catch {
      checks.append(service(error))
      checks.append(usbReaders(usb, seenByPCSCD: nil))
    }
    return checks + [udevRule, modemManager(usb)].compactMap { $0 }
  }

  private static func service(_ error: PCSCError) -> SetupCheck {
    if error.code == .pcscAccessDenied {
      return SetupCheck(
        "pcscd", .failed, error.message,
        hint: "a rule in /etc/polkit-1/rules.d lets a group in; Docs/readers.md has one")
    }
    let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/pcscd")
    return isInstalled
      ? SetupCheck("pcscd", .failed, error.message, hint: error.hint)
      : SetupCheck("pcscd", .failed, "not installed", hint: "apt install pcscd libccid")
  }

  /// The driver of nearly all USB readers.
  private static var driver: SetupCheck {
    let directories = ["/usr/lib/pcsc/drivers", "/usr/lib64/pcsc/drivers"]
    let isThere = directories.contains {
      FileManager.default.fileExists(atPath: "\($0)/ifd-ccid.bundle")
    }
    return isThere
      ? SetupCheck("driver", .fine, "libccid, for USB readers")
      : SetupCheck("driver", .failed, "libccid is not installed", hint: "apt install libccid")
  }

  private static func usbReaders(_ usb: [USBReader], seenByPCSCD count: Int?) -> SetupCheck {
    let names = usb.map(\.name).joined(separator: ", ")
    switch (usb.isEmpty, count) {
    case (true, .some(1...)): return SetupCheck("readers", .fine, "none on USB, others are there")
    case (true, _):
      return SetupCheck(
        "readers", .failed, "no card reader is plugged in",
        hint: "plug in a USB reader that follows CCID; a phone or a modem is none")
    case (false, 0):
      return SetupCheck(
        "readers", .failed, "plugged in, and pcscd does not see: \(names)",
        hint: "plug it in again; if that does not help, `make install` adds a udev rule for it")
    case (false, _): return SetupCheck("readers", .fine, names)
    }
  }

  private static func reader(_ state: ReaderState) -> SetupCheck {
    guard state.isAvailable else {
      return SetupCheck(
        state.name, .failed, "its driver failed", hint: "plug it out and in again")
    }
    if state.isMute {
      return SetupCheck(
        state.name, .failed, "the card does not answer",
        hint: "turn it over, clean its contacts, insert it again")
    }
    if state.isExclusive {
      return SetupCheck(
        state.name, .failed, "another program keeps the card for itself",
        hint: "close it: gpg-agent, ModemManager, another cardinfo")
    }
    return state.hasCard
      ? SetupCheck(state.name, .fine, "a card that answers")
      : SetupCheck(state.name, .noted, "no card", hint: "insert one")
  }

  /// Needed only for readers that the system's own rules miss.
  private static var udevRule: SetupCheck {
    let directories = ["/etc/udev/rules.d", "/usr/lib/udev/rules.d", "/lib/udev/rules.d"]
    let isThere = directories.contains {
      FileManager.default.fileExists(atPath: "\($0)/70-cardinfo.rules")
    }
    return isThere
      ? SetupCheck("udev rule", .fine, "70-cardinfo.rules is installed")
      : SetupCheck(
        "udev rule", .noted, "70-cardinfo.rules is not installed",
        hint: "needed only for readers that are part of a larger device: make install")
  }

  private static func modemManager(_ usb: [USBReader]) -> SetupCheck? {
    guard usb.contains(where: \.isComposite), Processes.names().contains("ModemManager") else {
      return nil
    }
    return SetupCheck(
      "ModemManager", .noted, "running; it may probe readers that are part of a larger device",
      hint: "make install adds a udev rule that keeps it away from readers")
  }
}
