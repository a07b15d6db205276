import Card

/// Takes a bound profile package, segment by segment as SGP.22 §2.5.5 cuts it.
struct ProfileLoader: Sendable {
  let server: RSPSession.Server
  /// What the metadata say of the profile, once they are whole.
  private(set) var profile: StoredProfile?

  /// Segments taken.
  private(set) var count = 0

  private let binding: RSPSession.Binding
  private let eid: [UInt8]
  private var stage = Stage.secureChannel
  private var protection: ProfileProtection?
  // Bytes of the package, and of the sequence whose header came, that are yet to come.
  private var left = 0
  private var leftOfSequence = 0
  private var configuration: [UInt8] = []
  private var metadata: [UInt8] = []
  private var elements: [[UInt8]] = []

  /// What may come next.
  private enum Stage {
    case secureChannel, configuration, metadataHeader, metadata, keysOrElements, elementsHeader
    case elements
  }

  /// What a segment brought.
  enum Progress {
    case more
    /// The metadata are whole.
    case metadata(StoredProfile)
    /// The package is whole, and so is the profile.
    case complete(StoredProfile)
  }

  init(_ server: RSPSession.Server, _ binding: RSPSession.Binding, eid: [UInt8]) {
    self.server = server
    self.binding = binding
    self.eid = eid
  }

  /// Bytes of profile elements so far.
  var size: Int { elements.reduce(0) { $0 + $1.count } }

  /// Whether the package is whole with this segment.
  func isLast(_ segment: [UInt8]) -> Bool { stage == .elements && left == segment.count }

  /// Whether bytes begin like a segment, and not like a function.
  static func isSegment(_ bytes: [UInt8]) -> Bool {
    var reader = ByteReader(bytes)
    guard let tag = try? BERTLV.header(parsing: &reader).tag else { return false }
    return [0xBF36, 0xA0, 0xA1, 0x88, 0xA2, 0xA3, 0x86, 0x87].contains(tag)
  }

  /// Takes the next segment.
  mutating func take(_ segment: [UInt8]) throws(InstallationError) -> Progress {
    let command = command(of: segment)
    count += 1
    do throws(InstallationError.Reason) {
      if stage == .secureChannel {
        try begin(segment)
        return .more
      }
      left -= segment.count
      guard left >= 0 else { throw InstallationError.Reason.structure }
      return try advance(segment)
    } catch {
      throw InstallationError(command: command, reason: error)
    }
  }

  private mutating func advance(_ segment: [UInt8]) throws(InstallationError.Reason) -> Progress {
    switch stage {
    case .secureChannel: break
    case .configuration:
      configuration = try sequence(segment, 0xA0)
      stage = .metadataHeader
    case .metadataHeader:
      try beginSequence(segment, 0xA1)
      stage = .metadata
    case .metadata:
      metadata += try open(try member(segment, 0x88), isEncrypted: false)
      guard leftOfSequence == 0 else { break }
      stage = .keysOrElements
      return .metadata(try readMetadata())
    case .keysOrElements where segment.first == 0xA2:
      try replaceKeys(try sequence(segment, 0xA2))
      stage = .elementsHeader
    case .keysOrElements, .elementsHeader:
      try beginSequence(segment, 0xA3)
      stage = .elements
    case .elements:
      elements.append(try open(try member(segment, 0x86), isEncrypted: true))
      guard leftOfSequence == 0 else { break }
      guard left == 0, var profile else { throw .structure }
      profile.package = elements.flatMap { $0 }
      return .complete(profile)
    }
    return .more
  }

  /// The command that a segment is taken for.
  func command(of segment: [UInt8]) -> InstallationError.Command {
    switch stage {
    case .secureChannel: .initialiseSecureChannel
    case .configuration: .configureISDP
    case .metadataHeader, .metadata: .storeMetadata
    case .keysOrElements where segment.first == 0xA2: .replaceSessionKeys
    case .keysOrElements, .elementsHeader, .elements: .loadProfileElements
    }
  }
}

extension ProfileLoader {
  /// The header of the package, with InitialiseSecureChannel.
  private mutating func begin(_ segment: [UInt8]) throws(InstallationError.Reason) {
    let request: SecureChannelRequest
    do throws(ParseError) {
      var reader = ByteReader(segment)
      let header = try BERTLV.header(parsing: &reader)
      guard header.tag == 0xBF36 else {
        throw ParseError(.unexpectedTag(header.tag), at: 0)
      }
      left = header.length - reader.count
      let object = try BERTLV(parsing: &reader)
      guard object.tag == 0xBF23 else { throw ParseError(.unexpectedTag(object.tag), at: 0) }
      request = try SecureChannelRequest(object)
      guard reader.isAtEnd, left > 0 else { throw ParseError(.trailing(reader.count), at: 0) }
    } catch { throw .incorrectInputValues }
    protection = try request.establish(with: server, binding, eid: eid)
    stage = .configuration
  }

  /// The header of a sequence whose members come as segments of their own.
  private mutating func beginSequence(_ segment: [UInt8], _ tag: BERTLV.Tag)
    throws(InstallationError.Reason)
  {
    var reader = ByteReader(segment)
    guard let header = try? BERTLV.header(parsing: &reader), header.tag == tag, reader.isAtEnd,
      (1...left).contains(header.length)
    else { throw .structure }
    leftOfSequence = header.length
  }

  /// A member of the sequence whose header came.
  private mutating func member(_ segment: [UInt8], _ tag: BERTLV.Tag)
    throws(InstallationError.Reason) -> BERTLV
  {
    leftOfSequence -= segment.count
    guard leftOfSequence >= 0 else { throw .structure }
    return try object(segment, tag)
  }

  /// What is in a sequence of 87 that came as a whole.
  private mutating func sequence(_ segment: [UInt8], _ tag: BERTLV.Tag)
    throws(InstallationError.Reason) -> [UInt8]
  {
    guard let members = try? object(segment, tag).children(), !members.isEmpty else {
      throw .structure
    }
    var content: [UInt8] = []
    for member in members {
      guard member.tag == 0x87 else { throw .structure }
      content += try open(member, isEncrypted: true)
    }
    return content
  }

  private func object(_ segment: [UInt8], _ tag: BERTLV.Tag) throws(InstallationError.Reason)
    -> BERTLV
  {
    var reader = ByteReader(segment)
    guard let object = try? BERTLV(parsing: &reader), object.tag == tag, reader.isAtEnd else {
      throw .structure
    }
    return object
  }

  private mutating func open(_ object: BERTLV, isEncrypted: Bool)
    throws(InstallationError.Reason) -> [UInt8]
  {
    do throws(ProfileProtection.Fault) {
      guard let content = try protection?.open(object, isEncrypted: isEncrypted) else {
        throw .structure
      }
      return content
    } catch {
      throw switch error {
      case .structure: .structure
      case .security: .security
      }
    }
  }

  /// ReplaceSessionKeys (§5.5.4): the profile elements are protected with other keys.
  private mutating func replaceKeys(_ request: [UInt8]) throws(InstallationError.Reason) {
    guard let parts = try? object(request, 0xBF26).children(), let value = parts.first(0x80),
      let encryption = parts.first(0x81), let authentication = parts.first(0x82),
      let replaced = ProfileProtection(
        chainingValue: value.value, encryption: encryption.value,
        authentication: authentication.value)
    else { throw .incorrectInputValues }
    protection = replaced
  }

  private mutating func readMetadata() throws(InstallationError.Reason) -> StoredProfile {
    do {
      let profile = try StoredProfile(
        metadata: try object(metadata, 0xBF25), configuration: try object(configuration, 0xBF24))
      self.profile = profile
      return profile
    } catch { throw .incorrectInputValues }
  }
}
