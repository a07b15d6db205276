/// What to read of a card.
public struct ReadingPlan: Hashable, Sendable {
  /// The parts to read.
  public var sections: Set<Section>
  /// Whether to read what says nothing of the line too: icons and access rules of profiles.
  public var isFull: Bool
  /// Whether deleted messages that are still there count as messages.
  public var includesDeletedMessages = false

  /// A plan.
  public init(_ sections: Set<Section> = Section.standard, isFull: Bool = false) {
    self.sections = sections
    self.isFull = isFull
  }

  /// Everything but messages and contacts, which are a person's own and are asked for by name.
  public static let full = ReadingPlan(Section.standard.union([.files]), isFull: true)

  /// A part of a card.
  public enum Section: String, CaseIterable, Hashable, Sendable {
    /// ICCID, IMSI, MCC and MNC.
    case identity
    /// The service provider's name, the group identifier, the subscriber's own numbers.
    case names
    /// The state of PIN1.
    case pin
    /// How networks received the card, and which are its home.
    case registration
    /// The EID and the profiles of each eUICC.
    case profiles
    /// Short messages, calls with dates, the carrier's own numbers.
    case messages
    /// The phone book on the card, fixed dialling numbers, numbers last dialled.
    case contacts
    /// Every other file that this library knows.
    case files

    /// What is read unless something else is asked for.
    public static let standard: Set<Section> = [.identity, .names, .pin, .registration, .profiles]
  }
}

extension ReadingPlan.Section {
  /// The files of a subscription that the section reads, in the order in which they are read.
  ///
  /// `Docs/reading-plan.md` says why each is worth its exchanges.
  public var files: [any ElementaryFile.Type] {
    switch self {
    case .identity: [EFIMSI.self, EFAD.self]
    case .names: [EFSPN.self, EFGID1.self, EFMSISDN.self]
    case .registration:
      [
        EFLOCI.self, EFPSLOCI.self, EFEPSLOCI.self, EFKeys.self, EFKeysPS.self, EFFPLMN.self,
        EFEHPLMN.self, EFHPLMNwAcT.self, EFSPDI.self, EF5GS3GPPLOCI.self,
      ]
    case .messages:
      [
        EFSMS.self, EFSMSR.self, EFSMSS.self, EFSMSP.self, EFSDN.self, EFMBDN.self,
        EFCPHSInformationNumbers.self, EFOCI.self, EFICI.self,
      ]
    case .contacts: [EFADN.self, EFFDN.self, EFBDN.self, EFLND.self]
    case .files: Self.otherFiles
    case .pin, .profiles: []
    }
  }

  /// Files that the section reads of a 2G SIM too. A USIM has others for the same, at less cost.
  var filesOfGSM: [any ElementaryFile.Type] {
    self == .registration ? [EFKc.self, EFKcGPRS.self] : []
  }

  /// Whether the section's files are worth looking up in the service table first.
  var usesServiceTable: Bool { self != .identity && !files.isEmpty }

  private static let otherFiles: [any ElementaryFile.Type] = {
    let named: [ReadingPlan.Section] = [.identity, .names, .registration, .messages, .contacts]
    let elsewhere = Set(named.flatMap { $0.files }.map { $0.descriptor } + [EFICCID.descriptor])
    return FileRegistry.all.filter {
      $0.descriptor.directory != .isim && !elsewhere.contains($0.descriptor)
    }
  }()
}
