/// Where the GSM application of a SIM keeps what a file of the USIM holds (3GPP TS 51.011 §10).
public struct GSMCounterpart: Hashable, Sendable {
  /// Its name, where it is another one.
  public var name: String?
  /// The directory it is in.
  public var directory: Directory
  /// Its file identifier.
  public var identifier: UInt16
  /// Services of EF.SST of which one announces it.
  public var services: [Int]

  /// A file of DF.GSM (7F20).
  public static func gsm(
    _ identifier: UInt16, named name: String? = nil, services: [Int] = []
  ) -> GSMCounterpart {
    GSMCounterpart(name: name, directory: .gsm, identifier: identifier, services: services)
  }

  /// A file of DF.TELECOM (7F10).
  public static func telecom(_ identifier: UInt16, services: [Int]) -> GSMCounterpart {
    GSMCounterpart(directory: .telecom, identifier: identifier, services: services)
  }
}

extension FileDescriptor {
  /// The file as a card has it that only knows the GSM application. Nil where it has none.
  ///
  /// Files under the master file stay where they are. The GSM application has no short file
  /// identifiers.
  public var inGSM: FileDescriptor? {
    var file = self
    file.shortIdentifier = nil
    file.gsm = nil
    if let gsm {
      file.name = gsm.name ?? name
      file.directory = gsm.directory
      file.identifier = gsm.identifier
      file.services = gsm.services
      return file
    }
    return directory.root == .masterFile ? file : nil
  }
}
