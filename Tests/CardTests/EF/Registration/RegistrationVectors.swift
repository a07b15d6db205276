import Card

extension FileVectors {
  static let registration = [
    // 3GPP TS 31.102 §4.2.17.
    FileVectors(
      "EF.LOCI", in: .usim,
      [
        // As it leaves the factory: the network may be the home network.
        Vector(
          "FFFFFFFF 64F000 0000 FF 01",
          #"""
          {"area":"unused","hasIdentity":false,"locationAreaCode":0,"plmn":"46000",
          "status":"notUpdated"}
          """#),
        Vector(
          "A1B2C3D4 64F010 1234 FF 00",
          #"""
          {"area":"valid","hasIdentity":true,"locationAreaCode":4660,"plmn":"46001",
          "status":"updated"}
          """#),
        // Refused: a deleted area has code FFFE.
        Vector(
          "FFFFFFFF FFFFFF FFFE FF 02",
          #"""
          {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
          "status":"plmnNotAllowed"}
          """#),
        Vector(
          "FFFFFFFF 64F010 FFFE FF 03",
          #"""
          {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,"plmn":"46001",
          "status":"locationAreaNotAllowed"}
          """#),
        // Only bits 3 to 1 of the status count.
        Vector(
          "A1B2C3D4 64F010 1234 00 F9",
          #"""
          {"area":"valid","hasIdentity":true,"locationAreaCode":4660,"plmn":"46001",
          "status":"notUpdated"}
          """#),
        Vector(
          "FFFFFFFF FFFFFF FFFF FF 07",
          #"{"area":"unused","hasIdentity":false,"locationAreaCode":65535,"status":"reserved"}"#),
      ],
      refusals: ["", "FFFFFFFF 64F000 0000 FF"]),
    // 3GPP TS 31.102 §4.2.23.
    FileVectors(
      "EF.PSLOCI", in: .usim,
      [
        // As it leaves the factory.
        Vector(
          "FFFFFFFF FFFFFF 64F000 0000 FF 01",
          #"""
          {"area":"unused","hasIdentity":false,"locationAreaCode":0,"plmn":"46000",
          "routingAreaCode":255,"status":"notUpdated"}
          """#),
        Vector(
          "C0000001 123456 64F010 2233 05 00",
          #"""
          {"area":"valid","hasIdentity":true,"locationAreaCode":8755,"plmn":"46001",
          "routingAreaCode":5,"status":"updated"}
          """#),
        Vector(
          "FFFFFFFF FFFFFF FFFFFF FFFE FF 03",
          #"""
          {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
          "routingAreaCode":255,"status":"routingAreaNotAllowed"}
          """#),
        Vector(
          "FFFFFFFF FFFFFF FFFFFF FFFE FF 02",
          #"""
          {"area":"deleted","hasIdentity":false,"locationAreaCode":65534,
          "routingAreaCode":255,"status":"plmnNotAllowed"}
          """#),
      ],
      refusals: ["", "FFFFFFFF FFFFFF 64F000 0000 FF"]),
    // 3GPP TS 31.102 §4.2.91.
    FileVectors(
      "EF.EPSLOCI", in: .usim,
      [
        // As it leaves the factory.
        Vector(
          "FFFFFFFFFFFFFFFFFFFFFFFF FFFFFF 0000 01",
          #"""
          {"area":"unused","hasIdentity":false,"hasIdentityHeader":false,
          "status":"notUpdated","trackingAreaCode":0}
          """#),
        Vector(
          "0BF6 64F000 8001 02 C1020304 64F010 3344 00",
          #"""
          {"area":"valid","hasIdentity":true,"hasIdentityHeader":true,"identityPLMN":"46000",
          "plmn":"46001","status":"updated","trackingAreaCode":13124}
          """#),
        // Refused: the phone left the header. There is no 2 that means a network, and no 3.
        Vector(
          "0BF6 FFFFFFFFFFFFFFFFFFFF FFFFFF FFFE 02",
          #"""
          {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,
          "status":"roamingNotAllowed","trackingAreaCode":65534}
          """#),
        Vector(
          "0BF6 FFFFFFFFFFFFFFFFFFFF 64F000 FFFE 03",
          #"""
          {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,"plmn":"46000",
          "status":"reserved","trackingAreaCode":65534}
          """#),
      ],
      refusals: ["", "0BF6 64F000 8001 02 C1020304 64F010 3344"]),
    // 3GPP TS 31.102 §4.2.16.
    FileVectors(
      "EF.FPLMN", in: .usim,
      [
        Vector("64F010 64F030 FFFFFF FFFFFF", #"{"plmns":["46001","46003"]}"#),
        // Blank places may stand anywhere.
        Vector("64F010 FFFFFF 64F030 FFFFFF", #"{"plmns":["46001","46003"]}"#, isCanonical: false),
        Vector("64F010 FFFFFF FFFFFF FFFFFF 64F0", #"{"plmns":["46001"]}"#, isCanonical: false),
      ],
      refusals: ["", "64F0"]),
    // 3GPP TS 31.102 §4.2.3.
    FileVectors(
      "EF.Keys", in: .usim,
      [
        // As it leaves the factory.
        Vector(
          "07 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF",
          #"{"hasKeys":false,"isValid":false,"keySetIdentifier":7}"#),
        Vector(
          "02 000102030405060708090A0B0C0D0E0F 101112131415161718191A1B1C1D1E1F",
          #"{"hasKeys":true,"isValid":true,"keySetIdentifier":2}"#),
        // The identifier says whether keys are valid, not their bytes.
        Vector(
          "07 000102030405060708090A0B0C0D0E0F 101112131415161718191A1B1C1D1E1F",
          #"{"hasKeys":true,"isValid":false,"keySetIdentifier":7}"#),
      ],
      refusals: ["", "02 000102030405060708090A0B0C0D0E0F"]),
    // 3GPP TS 31.102 §4.2.4.
    FileVectors(
      "EF.KeysPS", in: .usim,
      [
        Vector(
          "05 101112131415161718191A1B1C1D1E1F 000102030405060708090A0B0C0D0E0F",
          #"{"hasKeys":true,"isValid":true,"keySetIdentifier":5}"#)
      ],
      refusals: ["", "02 000102030405060708090A0B0C0D0E0F"]),
    // 3GPP TS 31.102 §4.2.92.
    FileVectors(
      "EF.EPSNSC", in: .usim,
      [
        Vector(
          """
          A0 34 80 01 02 81 20
          000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F 82 04 00000102 83
          04 00000103 84 01 21 FFFF
          """,
          #"""
          {"cipheringAlgorithm":2,"downlinkCount":259,"hasKey":true,"integrityAlgorithm":1,
          "isValid":true,"keySetIdentifier":2,"uplinkCount":258}
          """#),
        Vector(
          """
          A0 34 80 01 07 81 20 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF
          FFFFFFFF 82 04 00000000 83 04 00000000 84 01 00
          """,
          #"""
          {"cipheringAlgorithm":0,"downlinkCount":0,"hasKey":false,"integrityAlgorithm":0,
          "isValid":false,"keySetIdentifier":7,"uplinkCount":0}
          """#),
        Vector("A0 00", #"{"hasKey":false,"isValid":false}"#),
      ],
      refusals: ["", "FFFF", "A1028000", "A0068204000000"]),
    // 3GPP TS 31.102 §4.2.51.
    FileVectors(
      "EF.START-HFN", in: .usim,
      [
        // Never in a 3G network.
        Vector("F00000 F00000", #"{"startCS":0,"startPS":0}"#),
        Vector("F0012C F0FFFF", #"{"startCS":300,"startPS":65535}"#),
      ],
      refusals: ["", "F00000 F000"]),
    // 3GPP TS 31.102 §4.2.52.
    FileVectors(
      "EF.THRESHOLD", in: .usim,
      [
        Vector("F10000", #"{"maximumStart":65536}"#)
      ],
      refusals: ["", "F100"]),
    // 3GPP TS 31.102 §4.2.57.
    FileVectors(
      "EF.NETPAR", in: .usim,
      [
        Vector(
          "A0 08 80 02 1234 81 02 1236 A1 06 80 04 2AF8 0101 FFFF",
          #"""
          {"cells":[{"frequency":932000,"technology":"gsm"},{"frequency":2200000,
          "technology":"utranFDD"}]}
          """#),
        Vector("A2 04 80 02 FFFF", #"{"cells":[{"technology":"utranTDD"}]}"#),
        Vector("FFFF", #"{"cells":[]}"#),
      ],
      refusals: ["A0", "A00480", "A003800112"]),
    // 3GPP TS 31.102 §4.4.3.1.
    FileVectors(
      "EF.Kc", in: .gsmAccess,
      [
        // As it leaves the factory.
        Vector("FFFFFFFF FFFFFFFF 07", #"{"hasKey":false,"isValid":false,"sequenceNumber":7}"#),
        Vector("A1A2A3A4A5A6A7A8 03", #"{"hasKey":true,"isValid":true,"sequenceNumber":3}"#),
        // Authenticated once.
        Vector("A1A2A3A4A5A6A7A8 07", #"{"hasKey":true,"isValid":false,"sequenceNumber":7}"#),
      ],
      refusals: ["", "A1A2A3A4A5A6A7A8"]),
    // 3GPP TS 31.102 §4.4.3.2.
    FileVectors(
      "EF.KcGPRS", in: .gsmAccess,
      [
        Vector("B1B2B3B4B5B6B7B8 00", #"{"hasKey":true,"isValid":true,"sequenceNumber":0}"#)
      ],
      refusals: ["", "B1"]),
    // 3GPP TS 31.102 §4.4.11.2.
    FileVectors(
      "EF.5GS3GPPLOCI", in: .fiveGS,
      [
        // As it leaves the factory.
        Vector(
          "FFFFFFFFFFFFFFFFFFFFFFFFFF 64F000 000000 01",
          #"""
          {"area":"unused","hasIdentity":false,"hasIdentityHeader":false,"plmn":"46000",
          "status":"notUpdated","trackingAreaCode":0}
          """#),
        Vector(
          "000BF2 64F000 010041 C5060708 64F000 001122 00",
          #"""
          {"area":"valid","hasIdentity":true,"hasIdentityHeader":true,"identityPLMN":"46000",
          "plmn":"46000","status":"updated","trackingAreaCode":4386}
          """#),
      ],
      refusals: ["", "000BF2 64F000 010041 C5060708 64F000 001122"]),
    // 3GPP TS 31.102 §4.4.11.3.
    FileVectors(
      "EF.5GSN3GPPLOCI", in: .fiveGS,
      [
        Vector(
          "000BF2 FFFFFFFFFFFFFFFFFFFF FFFFFF FFFFFE 02",
          #"""
          {"area":"deleted","hasIdentity":false,"hasIdentityHeader":true,
          "status":"roamingNotAllowed","trackingAreaCode":16777214}
          """#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.4.11.4.
    FileVectors(
      "EF.5GS3GPPNSC", in: .fiveGS,
      [
        // 85 names the algorithms of LTE.
        Vector(
          """
          A0 37 80 01 03 81 20
          101112131415161718191A1B1C1D1E1F000102030405060708090A0B0C0D0E0F 82 04 00000007 83
          04 00000009 84 01 22 85 01 22
          """,
          #"""
          {"cipheringAlgorithm":2,"downlinkCount":9,"hasKey":true,"integrityAlgorithm":2,
          "isValid":true,"keySetIdentifier":3,"uplinkCount":7}
          """#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.4.11.5.
    FileVectors(
      "EF.5GSN3GPPNSC", in: .fiveGS,
      [
        Vector("A0 03 80 01 07", #"{"hasKey":false,"isValid":false,"keySetIdentifier":7}"#)
      ],
      refusals: [""]),
    // 3GPP TS 31.102 §4.4.11.6.
    FileVectors(
      "EF.5GAUTHKEYS", in: .fiveGS,
      [
        Vector(
          """
          80 20 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F 81 20
          101112131415161718191A1B1C1D1E1F000102030405060708090A0B0C0D0E0F
          """,
          #"{"hasAUSFKey":true,"hasSEAFKey":true}"#),
        Vector(
          """
          80 20 FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF FFFFFFFF 81 00
          FFFF
          """,
          #"{"hasAUSFKey":false,"hasSEAFKey":false}"#),
        Vector("FFFF", #"{"hasAUSFKey":false,"hasSEAFKey":false}"#),
      ],
      refusals: ["80", "8020", "800200"]),
  ]
}
