import FoundationEssentials

/// A device on USB that says it is a card reader (USB-IF device class 0B, CCID).
struct USBReader {
  /// The product's name, else vendor and product number.
  var name: String
  /// Whether it is more than a reader: a keyboard, a hub, a modem.
  var isComposite: Bool

  /// The readers that the kernel lists now.
  static func connected() -> [USBReader] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: devices)) ?? []
    let interfaces = names.filter { $0.contains(":") }
    let readers = interfaces.filter { attribute("bInterfaceClass", of: $0) == "0b" }
    let owners = Set(readers.compactMap { $0.split(separator: ":").first.map(String.init) })
    return owners.sorted().map { device in
      USBReader(
        name: attribute("product", of: device)
          ?? "\(attribute("idVendor", of: device) ?? "?"):\(attribute("idProduct", of: device) ?? "?")",
        isComposite: interfaces.count { $0.hasPrefix(device + ":") } > 1)
    }
  }

  private static func attribute(_ name: String, of device: String) -> String? {
    guard let data = FileManager.default.contents(atPath: "\(devices)/\(device)/\(name)") else {
      return nil
    }
    let text = String(decoding: data, as: UTF8.self).filter { !$0.isNewline }
    return text.isEmpty ? nil : text
  }

  private static let devices = "/sys/bus/usb/devices"
}

/// The programs that run on this machine.
enum Processes {
  /// Their names, as far as the kernel shows them.
  static func names() -> Set<String> {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let processes = entries.filter { $0.allSatisfy(\.isNumber) }
    return Set(
      processes.compactMap { process in
        FileManager.default.contents(atPath: "/proc/\(process)/comm").map {
          String(decoding: $0, as: UTF8.self).filter { !$0.isNewline }
        }
      })
  }
}
