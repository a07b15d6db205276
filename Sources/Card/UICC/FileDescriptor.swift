/// Where an elementary file is and how it is read.
public struct FileDescriptor: Hashable, Sendable {
  /// Its name in the specification, such as `EF.IMSI`.
  public var name: String
  /// The directory it is in.
  public var directory: Directory
  /// Its file identifier.
  public var identifier: UInt16
  /// Its short file identifier, where the specification fixes one.
  public var shortIdentifier: UInt8?
  /// How it is built.
  public var structure: Structure
  /// The specification's section.
  public var source: String
  /// Services of which one announces the file, by their numbers in the service table of its
  /// application (EF.UST, EF.IST, EF.SST). Empty where no service says whether it is there.
  public var services: [Int]
  /// What its contents are, for whoever writes an exchange down.
  public var confidentiality: CommandAPDU.Confidentiality
  /// Where the GSM application keeps the same contents.
  public var gsm: GSMCounterpart?

  /// How a file is built (ETSI TS 102 221 §8.3).
  public enum Structure: Hashable, Sendable {
    /// A run of bytes, of which the first `reading` are read; nil means all.
    case transparent(reading: Int? = nil)
    /// Records; how long they are, the card says.
    case linearFixed
    /// Records in a ring, the youngest first.
    case cyclic
  }

  /// Where the file is, for people, such as `3F00/2FE2`.
  public var path: String {
    directory.name + "/" + [UInt8(identifier >> 8), UInt8(truncatingIfNeeded: identifier)].hex
  }

  /// Whether a service table with these services leaves room for the file: one of its services is
  /// among them, or none is known to announce it.
  public func isAnnounced(by available: Set<Int>) -> Bool {
    services.isEmpty || !available.isDisjoint(with: services)
  }

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

/// What asking for a file gave.
public indirect enum FileContent: Hashable, Sendable {
  /// The bytes read.
  case bytes([UInt8])
  /// The records read, in order.
  case records([[UInt8]])
  /// It is not on the card.
  case absent
  /// The card refuses to have it read.
  case refused(StatusWord)
  /// A part was read, and then something kept the rest from being read.
  case cutShort(FileContent, by: Cut)

  /// What ends a file before its end.
  public enum Cut: Hashable, Sendable {
    /// The card refused to go on.
    case refusal(StatusWord)
    /// The card had made the read cost what it may.
    case budget
  }

  /// The bytes, if it is a transparent file that could be read.
  public var bytes: [UInt8]? {
    switch self {
    case .bytes(let bytes): bytes
    case .cutShort(let part, _): part.bytes
    case .records, .absent, .refused: nil
    }
  }

  /// The records, if it is a file of records that could be read.
  public var records: [[UInt8]]? {
    switch self {
    case .records(let records): records
    case .cutShort(let part, _): part.records
    case .bytes, .absent, .refused: nil
    }
  }

  /// Whether it was read and holds nothing: every byte is FF.
  public var isBlank: Bool {
    switch self {
    case .bytes(let bytes): !bytes.isEmpty && bytes.allSatisfy { $0 == 0xFF }
    case .records(let records): records.allSatisfy { $0.allSatisfy { $0 == 0xFF } }
    case .absent, .refused, .cutShort: false
    }
  }
}
