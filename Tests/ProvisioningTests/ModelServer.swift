import Card
import Foundation
import HTTPS
import Provisioning
import Testing

/// A server that answers as the specification says, without any cryptography, and does at one call what it
/// is told to.
final class ModelServer: RSPTransport {
  /// What a call brings instead of its answer.
  enum Fault {
    case error(HTTPSError)
    case refusal(String, String)
    case body(String)
  }

  var faults: [String: Fault] = [:]
  var address = "localhost"
  var challenge = ModelEUICC.challenge
  var wantsConfirmationCode = false
  var package = Package.encoded()
  var certificate = "3003020101"
  private(set) var calls: [String] = []
  private(set) var bodies: [[String: String]] = []

  /// BF25 {5A, 91, 92}.
  static let metadata = "BF2518 5A0A985802032143658709F2 9104 41636D65 9204 54726970"

  func post(
    _ body: [UInt8], to server: ServerAddress, function: String, limit: Int, isLastWord: Bool
  ) throws(HTTPSError) -> HTTPSAnswer {
    calls.append(function)
    bodies.append((try? JSONDecoder().decode([String: String].self, from: Data(body))) ?? [:])
    switch faults[function] {
    case .error(let error)?: throw error
    case .refusal(let subject, let reason)?:
      return answer(
        """
        {"header":{"functionExecutionStatus":{"status":"Failed","statusCodeData":\
        {"subjectCode":"\(subject)","reasonCode":"\(reason)"}}}}
        """)
    case .body(let text)?: return answer(text)
    case nil: break
    }
    if function == "handleNotification" { return HTTPSAnswer(status: 204, body: []) }
    let members = members(of: function).map { ",\"\($0.key)\":\"\($0.value)\"" }.joined()
    return answer(
      "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}\(members)}")
  }

  private func answer(_ text: String) -> HTTPSAnswer {
    HTTPSAnswer(status: 200, body: Array(text.utf8))
  }

  private func members(of function: String) -> KeyValuePairs<String, String> {
    switch function {
    case "initiateAuthentication":
      let signed = BERTLV.encode(
        0x30, bytes("8004DEADBEEF"), BERTLV.encode(0x81, challenge),
        BERTLV.encode(0x83, Array(address.utf8)), bytes("8410" + String(repeating: "5E", count: 16))
      )
      return [
        "transactionId": "deadbeef", "serverSigned1": base64(signed),
        "serverSignature1": base64(bytes("5F370101")),
        "euiccCiPKIdToBeUsed": base64(bytes("040102")),
        "serverCertificate": base64(bytes(certificate)),
      ]
    case "authenticateClient":
      let flag = wantsConfirmationCode ? "FF" : "00"
      return [
        "transactionId": "DEADBEEF", "profileMetadata": base64(bytes(Self.metadata)),
        "smdpSigned2": base64(bytes("30098004DEADBEEF0101\(flag)")),
        "smdpSignature2": base64(bytes("5F370101")), "smdpCertificate": base64(bytes("3003020102")),
      ]
    case "getBoundProfilePackage":
      return ["transactionId": "DEADBEEF", "boundProfilePackage": base64(package)]
    default: return [:]
    }
  }

  private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
