/// The elementary files that this library knows how to read, such as `EF.identity.imsi`.
public enum EF {
  /// Who the card and its subscription are.
  public static var identity: IdentityFiles { registry.declarations.identity }
  /// Which services there are.
  public static var services: ServiceFiles { registry.declarations.services }
  /// Which networks are home, preferred, and what they are called.
  public static var networks: NetworkFiles { registry.declarations.networks }
  /// How networks received the card.
  public static var registration: RegistrationFiles { registry.declarations.registration }
  /// Numbers with names.
  public static var contacts: ContactFiles { registry.declarations.contacts }
  /// Short messages.
  public static var messages: MessageFiles { registry.declarations.messages }
  /// What operators kept before the specifications had files for it.
  public static var cphs: CPHSFiles { registry.declarations.cphs }
  /// Calls and what they cost.
  public static var calls: CallFiles { registry.declarations.calls }

  /// All files, by directory.
  public static var all: [any KnownFile] { registry.all }

  /// A file under one of its names: the GSM application has names and places of its own for files
  /// of the USIM.
  public struct Named: Sendable {
    /// Where the file of that name is.
    public let descriptor: FileDescriptor
    /// The file, whose layout is the same wherever it is.
    public let file: any KnownFile
  }

  /// Files with a name of the specifications, with or without its `EF.`, in either case and whatever
  /// stands between its letters: `EF.P-CSCF`, `pcscf`.
  ///
  /// Some names stand for files of more than one application: those of `application` are given, else
  /// all, those of a USIM before others.
  public static func named(
    _ name: some StringProtocol, in application: CardApplication? = nil
  ) -> [Named] {
    let wanted = letters(name)
    return (all.map { Named(descriptor: $0.descriptor, file: $0) } + ofGSM).filter {
      let known = letters($0.descriptor.name)
      return (known == wanted || known.dropFirst(2) == wanted)
        && (application == nil || $0.descriptor.directory.application == application)
    }
  }

  /// The files of the USIM that the GSM application has too, where it has them.
  private static var ofGSM: [Named] {
    all.compactMap { file in
      guard file.descriptor.gsm != nil, let descriptor = file.descriptor.inGSM,
        descriptor.path != file.descriptor.path
      else { return nil }
      return Named(descriptor: descriptor, file: file)
    }
  }

  private static func letters(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static let registry = FileRegistry(Declarations.init(declaring:))

  private struct Declarations {
    let identity: IdentityFiles
    let services: ServiceFiles
    let cphs: CPHSFiles
    let networks: NetworkFiles
    let registration: RegistrationFiles
    let contacts: ContactFiles
    let messages: MessageFiles
    let calls: CallFiles

    init(declaring file: inout FileList) {
      identity = IdentityFiles(declaring: &file)
      services = ServiceFiles(declaring: &file)
      cphs = CPHSFiles(declaring: &file)
      networks = NetworkFiles(declaring: &file)
      registration = RegistrationFiles(declaring: &file)
      contacts = ContactFiles(declaring: &file)
      messages = MessageFiles(declaring: &file)
      calls = CallFiles(declaring: &file)
      FiveGFiles.declare(&file)
      IMSFiles.declare(&file)
      CDMAFiles.declare(&file)
      VoiceGroupFiles.declare(&file)
      ClosedGroupFiles.declare(&file)
    }
  }
}
