extension SimulatedCard {
  /// Puts bytes into every file of an identifier that the subscription has now: contents that no
  /// issuer and no phone would write, for tests of what a reader makes of them. A file of records gets
  /// them as its first record.
  public func replaceContents(ofFile identifier: UInt16, with bytes: [UInt8]) {
    masterFile.everyFile.filter { $0.identifier.rawValue == identifier }.forEach {
      $0.contents = $0.contents.replaced(with: bytes)
    }
  }

  /// The identifiers of all files that the subscription has now.
  public var fileIdentifiers: Set<UInt16> {
    Set(masterFile.everyFile.map(\.identifier.rawValue))
  }
}

extension DedicatedFile {
  fileprivate var everyFile: [ElementaryFile] { files + directories.flatMap(\.everyFile) }
}

extension ElementaryFile.Contents {
  /// Records of one file are of one length, so the others are filled up or cut.
  fileprivate func replaced(with bytes: [UInt8]) -> ElementaryFile.Contents {
    func records(_ old: [[UInt8]]) -> [[UInt8]] {
      [bytes] + old.dropFirst().map { padded(Array($0.prefix(bytes.count)), to: bytes.count) }
    }
    return switch self {
    case .transparent: .transparent(bytes)
    case .linearFixed(let old): .linearFixed(records(old))
    case .cyclic(let old): .cyclic(records(old))
    }
  }
}
