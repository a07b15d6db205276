public import Words

/// What is wrong with an activation code.
public enum ActivationCodeError: Error, Hashable, Sendable {
  /// There is nothing.
  case empty
  /// The shell has taken what stands behind `$` for a variable.
  case eatenByShell
  /// An address, and nothing behind it.
  case nothingBehindAddress
  /// It is a phone number.
  case phoneNumber
  /// It is an EID.
  case eid
  /// It is an ICCID.
  case iccid
  /// It is a link without a code in it.
  case link
  /// It is an object identifier, or has one in the place of the matching identifier.
  case objectIdentifierAsMatchingID
  /// It is a matching identifier without the server.
  case noServer
  /// It begins with another number than 1.
  case unknownFormat
  /// The server's address is none.
  case badAddress
  /// The matching identifier has characters that none has.
  case badMatchingID
  /// What stands in the place of the object identifier is none.
  case badObjectIdentifier
  /// The last field is neither empty nor 1.
  case badConfirmationFlag

  /// What a text without any `$` is.
  init(without text: String) {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isNumber = text.allSatisfy { $0.isASCII && ($0.isNumber || " +-()./".contains($0)) }
    self =
      if text.lowercased().hasPrefix("http") { .link } else if ObjectIdentifier(text) != nil {
        .objectIdentifierAsMatchingID
      } else if isNumber, digits.count == 32 {
        .eid
      } else if isNumber, (18...20).contains(digits.count) {
        .iccid
      } else if isNumber, (6...15).contains(digits.count) {
        .phoneNumber
      } else if text.hasPrefix("1"), text.count == 1 || text.contains(".") {
        .eatenByShell
      } else if text.contains(".") { .nothingBehindAddress } else { .noServer }
  }

  /// One sentence, lower case, without a full stop, and without the code.
  public var message: Words {
    switch self {
    case .empty: Words("there is no activation code")
    case .eatenByShell: Words("the server is missing in the activation code")
    case .nothingBehindAddress:
      Words("the activation code has nothing behind the server's address")
    case .phoneNumber: Words("this is a phone number, not an activation code")
    case .eid: Words("this is an EID, the card's own number, not an activation code")
    case .iccid: Words("this is an ICCID, a profile's number, not an activation code")
    case .link: Words("this is a link without an activation code in it")
    case .objectIdentifierAsMatchingID:
      Words("an object identifier stands where the matching identifier belongs")
    case .noServer: Words("this is no activation code, or names no server")
    case .unknownFormat: Words("the activation code does not begin with LPA:1$ or 1$")
    case .badAddress: Words("the server's address in the activation code is none")
    case .badMatchingID:
      Words("the matching identifier in the activation code has characters that none has")
    case .badObjectIdentifier: Words("the object identifier in the activation code is none")
    case .badConfirmationFlag:
      Words("the last field of the activation code is neither empty nor 1")
    }
  }

  /// What to do next.
  public var hint: Words {
    switch self {
    case .empty, .badAddress, .badMatchingID, .badObjectIdentifier, .badConfirmationFlag,
      .unknownFormat, .iccid, .noServer:
      Words("a code looks like LPA:1$rsp.example.com$MATCHING-ID: copy all of it")
    case .eatenByShell, .nothingBehindAddress:
      Words(
        """
        a shell takes $ for a variable: put the code between single quotes, or give - and type it; a \
        server without a code is --smdp ADDRESS
        """)
    case .phoneNumber:
      Words("the carrier sends the code, or a QR image of it, which can be read as well")
    case .eid: Words("give it to the carrier, who then has something for this card")
    case .link: Words("open it: the page shows a code or a QR image")
    case .objectIdentifierAsMatchingID:
      Words("the fields are LPA:1$ADDRESS$MATCHING-ID$OBJECT-IDENTIFIER")
    }
  }
}
