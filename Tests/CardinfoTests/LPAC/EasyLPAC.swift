import Foundation
import Testing

/// What EasyLPAC 0.8 parses, with the types that its Go has for it. Go takes null for any of them, and
/// nothing else of another type.
enum EasyLPAC {
  struct Driver: Decodable {
    var env: String?
    var name: String?
  }

  struct DriverList: Decodable {
    var LPAC_APDU: [String]?
    var LPAC_HTTP: [String]?
  }

  struct DeviceList: Decodable {
    var env: String?
    var data: [Driver]?
  }

  struct Profile: Decodable {
    var iccid: String?
    var isdpAid: String?
    var profileState: String?
    var profileNickname: String?
    var serviceProviderName: String?
    var profileName: String?
    var iconType: String?
    /// Base64.
    var icon: Data?
    var profileClass: String?
  }

  struct Notification: Decodable {
    var seqNumber: Int
    var profileManagementOperation: String?
    var notificationAddress: String?
    var iccid: String?
  }

  struct Chip: Decodable {
    struct Addresses: Decodable {
      var defaultDpAddress: String?
      var rootDsAddress: String?
    }
    struct Information: Decodable {
      struct Resources: Decodable {
        var installedApplication: Int?
        var freeNonVolatileMemory: Int?
        var freeVolatileMemory: Int?
      }
      struct Certification: Decodable {
        var platformLabel: String?
        var discoveryBaseURL: String?
      }
      var profileVersion: String?
      var svn: String?
      var euiccFirmwareVer: String?
      var extCardResource: Resources?
      var uiccCapability: [String]?
      var javacardVersion: String?
      var globalplatformVersion: String?
      var rspCapability: [String]?
      var euiccCiPKIdListForVerification: [String]?
      var euiccCiPKIdListForSigning: [String]?
      var forbiddenProfilePolicyRules: [String]?
      var ppVersion: String?
      var sasAcreditationNumber: String?
      var certificationDataObject: Certification?
    }
    var eidValue: String?
    var EuiccConfiguredAddresses: Addresses?
    var EUICCInfo2: Information?
  }

  /// A run of its script in the test below: the line that it keeps of what was printed.
  struct Step {
    var words: String
    var status: Int32
    var line: Data

    func payload<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try JSONDecoder().decode(LPACEnvelope<Value>.self, from: line).payload
    }

    func data<Value: Decodable>(_ type: Value.Type) throws -> Value {
      let payload = try payload(LPACAnswer<Value>.self)
      #expect(
        status == 0 && payload.code == 0, "\(words): \(String(decoding: line, as: UTF8.self))")
      return payload.data
    }

    /// That it was done, without more.
    func succeeded() throws {
      struct Payload: Decodable { var code: Int }
      #expect(
        try status == 0 && payload(Payload.self).code == 0,
        "\(words): \(String(decoding: line, as: UTF8.self))")
    }
  }
}
