internal import Words

extension UserDataHeader {
  /// Which part of which longer message this is (3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8).
  public struct Concatenation: Hashable, Sendable {
    /// The same in all parts.
    public var reference: UInt16
    /// How many parts there are.
    public var count: Int
    /// Which one this is, from 1 on.
    public var sequence: Int

    /// Understands an information element: a reference of `width` bytes, the count, the sequence.
    init(parsing reader: inout ByteReader, width: Int) throws(ParseError) {
      reference = UInt16(truncatingIfNeeded: try reader.unsigned(width))
      let start = reader.offset
      count = Int(try reader.byte())
      sequence = Int(try reader.byte())
      guard sequence >= 1, sequence <= count else {
        throw ParseError(.invalid(Words("part \(sequence) of \(count)")), at: start)
      }
    }
  }

  /// Which applications a message goes between (3GPP TS 23.040 §9.2.3.24.3 and §9.2.3.24.4).
  public struct ApplicationPorts: Hashable, Sendable {
    /// The receiving port.
    public var destination: UInt16
    /// The sending port.
    public var originator: UInt16

    /// Understands an information element: two ports of `width` bytes.
    init(parsing reader: inout ByteReader, width: Int) throws(ParseError) {
      destination = UInt16(truncatingIfNeeded: try reader.unsigned(width))
      originator = UInt16(truncatingIfNeeded: try reader.unsigned(width))
    }
  }

  /// Which part of which longer message this is. Of several elements the last one counts; one that
  /// makes no sense does not.
  public var concatenation: Concatenation? {
    elements.reversed().lazy.compactMap { element -> Concatenation? in
      var reader = element.reader
      switch element.identifier {
      case .concatenation8: return try? Concatenation(parsing: &reader, width: 1)
      case .concatenation16: return try? Concatenation(parsing: &reader, width: 2)
      default: return nil
      }
    }.first
  }

  /// Which applications the message goes between. Of several elements the last one counts.
  public var ports: ApplicationPorts? {
    elements.reversed().lazy.compactMap { element -> ApplicationPorts? in
      var reader = element.reader
      switch element.identifier {
      case .ports8: return try? ApplicationPorts(parsing: &reader, width: 1)
      case .ports16: return try? ApplicationPorts(parsing: &reader, width: 2)
      default: return nil
      }
    }.first
  }

  /// What is waiting, one for each kind.
  public var messageWaiting: [MessageWaitingIndication] {
    elements.filter { $0.identifier == .specialMessageIndication }.compactMap { element in
      var reader = element.reader
      return try? MessageWaitingIndication(parsing: &reader)
    }
  }

  /// The language of the table in the alphabet's place (3GPP TS 23.040 §9.2.3.24.16).
  public var lockingShift: GSMAlphabet.NationalLanguage { language(.lockingShift) }

  /// The language of the table behind the escape (3GPP TS 23.040 §9.2.3.24.15).
  public var singleShift: GSMAlphabet.NationalLanguage { language(.singleShift) }

  private func language(_ identifier: Identifier) -> GSMAlphabet.NationalLanguage {
    elements.last { $0.identifier == identifier }?.data.first
      .map(GSMAlphabet.NationalLanguage.init) ?? .unspecified
  }
}
