/// What to read of a card.
public struct ReadingPlan: Hashable, Sendable {
  /// The parts to read.
  public var sections: Set<Section>
  /// Whether to ask for files that the card does not announce, too.
  public var isFull: Bool
  /// What to ask each eUICC, beside its EID, where the profiles are to be read.
  public var questions: Set<EUICCQuestion>
  /// Whether deleted messages that are still there count as messages.
  public var includesDeletedMessages = false

  /// A plan. A full one asks an eUICC for all that it says, another one for its profiles.
  public init(_ sections: Set<Section> = Section.standard, isFull: Bool = false) {
    self.sections = sections
    self.isFull = isFull
    questions = isFull ? Set(EUICCQuestion.allCases) : [.profiles]
  }

  /// A plan that reads of each eUICC what is asked for, and nothing else.
  public init(asking questions: Set<EUICCQuestion>) {
    self.init([.profiles])
    self.questions = questions
  }

  /// Everything. Messages and contacts, which are a person's own and are asked for by name, are read
  /// as files and not made out.
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
  public var files: [any KnownFile] {
    switch self {
    case .identity: [EF.identity.imsi, EF.identity.ad]
    case .names: [EF.identity.spn, EF.identity.gid1, EF.contacts.msisdn]
    case .registration:
      [
        EF.registration.loci, EF.registration.psloci, EF.registration.epsloci, EF.registration.keys,
        EF.registration.keysPS, EF.registration.fplmn,
        EF.networks.ehplmn, EF.networks.hplmnWithTechnology, EF.networks.spdi,
        EF.registration.fiveGS3GPPLOCI,
      ]
    case .messages:
      [
        EF.messages.sms, EF.messages.smsr, EF.messages.smss, EF.messages.smsp, EF.contacts.sdn,
        EF.contacts.mbdn,
        EF.cphs.informationNumbers, EF.calls.oci, EF.calls.ici,
      ]
    case .contacts: [EF.contacts.adn, EF.contacts.fdn, EF.contacts.bdn, EF.contacts.lnd]
    case .files: Self.otherFiles
    case .pin, .profiles: []
    }
  }

  /// Files that the section reads of a 2G SIM too. A USIM has others for the same, at less cost.
  var filesOfGSM: [any KnownFile] {
    switch self {
    case .registration: [EF.registration.kc, EF.registration.kcGPRS]
    case .files: EF.all.filter { $0.descriptor.directory == .gsm }
    case .identity, .names, .pin, .profiles, .messages, .contacts: []
    }
  }

  /// Whether the section's files are worth looking up in the service table first.
  var usesServiceTable: Bool { self != .identity && !files.isEmpty }

  /// Every file but those of the sections that a full read has beside this one, and of applications
  /// that have to be selected first.
  private static let otherFiles: [any KnownFile] = {
    let named = ReadingPlan.Section.standard.flatMap(\.files).map(\.descriptor)
    let elsewhere = Set(named + [EF.identity.iccid.descriptor])
    return EF.all.filter {
      ![.isim, .csim, .gsm].contains($0.descriptor.directory)
        && !elsewhere.contains($0.descriptor)
    }
  }()
}
