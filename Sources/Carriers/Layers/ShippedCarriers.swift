public import Renewal

extension CarrierBook {
  /// The carriers that come with the library. They are part of the program, so that it can be moved
  /// without them.
  public static func shipped() throws(DataFileError) -> CarrierBook {
    var book = CarrierBook()
    for (name, text) in shippedFiles {
      book.add(try CarrierFile(shipped: text, name: name, .carriers))
    }
    return book
  }

  /// The files in `Data`: one for each country, `travel.json` for carriers of none, and
  /// `international.json` for the rules of any carrier.
  static let shippedFiles: [(name: String, text: [UInt8])] = [
    ("AE.json", PackageResources.AE_json),
    ("AR.json", PackageResources.AR_json),
    ("AT.json", PackageResources.AT_json),
    ("AU.json", PackageResources.AU_json),
    ("BD.json", PackageResources.BD_json),
    ("BE.json", PackageResources.BE_json),
    ("BG.json", PackageResources.BG_json),
    ("BR.json", PackageResources.BR_json),
    ("CA.json", PackageResources.CA_json),
    ("CH.json", PackageResources.CH_json),
    ("CL.json", PackageResources.CL_json),
    ("CN.json", PackageResources.CN_json),
    ("CO.json", PackageResources.CO_json),
    ("CZ.json", PackageResources.CZ_json),
    ("DE.json", PackageResources.DE_json),
    ("DK.json", PackageResources.DK_json),
    ("DO.json", PackageResources.DO_json),
    ("DZ.json", PackageResources.DZ_json),
    ("EC.json", PackageResources.EC_json),
    ("EE.json", PackageResources.EE_json),
    ("EG.json", PackageResources.EG_json),
    ("ES.json", PackageResources.ES_json),
    ("ET.json", PackageResources.ET_json),
    ("FI.json", PackageResources.FI_json),
    ("FR.json", PackageResources.FR_json),
    ("GB.json", PackageResources.GB_json),
    ("GH.json", PackageResources.GH_json),
    ("GR.json", PackageResources.GR_json),
    ("HK.json", PackageResources.HK_json),
    ("HR.json", PackageResources.HR_json),
    ("ID.json", PackageResources.ID_json),
    ("IE.json", PackageResources.IE_json),
    ("IL.json", PackageResources.IL_json),
    ("IN.json", PackageResources.IN_json),
    ("IT.json", PackageResources.IT_json),
    ("JO.json", PackageResources.JO_json),
    ("JP.json", PackageResources.JP_json),
    ("KE.json", PackageResources.KE_json),
    ("KH.json", PackageResources.KH_json),
    ("KR.json", PackageResources.KR_json),
    ("KW.json", PackageResources.KW_json),
    ("KZ.json", PackageResources.KZ_json),
    ("LA.json", PackageResources.LA_json),
    ("LK.json", PackageResources.LK_json),
    ("LV.json", PackageResources.LV_json),
    ("MA.json", PackageResources.MA_json),
    ("MM.json", PackageResources.MM_json),
    ("MN.json", PackageResources.MN_json),
    ("MO.json", PackageResources.MO_json),
    ("MX.json", PackageResources.MX_json),
    ("MY.json", PackageResources.MY_json),
    ("NG.json", PackageResources.NG_json),
    ("NL.json", PackageResources.NL_json),
    ("NO.json", PackageResources.NO_json),
    ("NP.json", PackageResources.NP_json),
    ("NZ.json", PackageResources.NZ_json),
    ("OM.json", PackageResources.OM_json),
    ("PE.json", PackageResources.PE_json),
    ("PH.json", PackageResources.PH_json),
    ("PK.json", PackageResources.PK_json),
    ("PL.json", PackageResources.PL_json),
    ("PT.json", PackageResources.PT_json),
    ("QA.json", PackageResources.QA_json),
    ("RO.json", PackageResources.RO_json),
    ("RU.json", PackageResources.RU_json),
    ("SA.json", PackageResources.SA_json),
    ("SE.json", PackageResources.SE_json),
    ("SG.json", PackageResources.SG_json),
    ("SK.json", PackageResources.SK_json),
    ("SN.json", PackageResources.SN_json),
    ("TH.json", PackageResources.TH_json),
    ("TN.json", PackageResources.TN_json),
    ("TR.json", PackageResources.TR_json),
    ("TW.json", PackageResources.TW_json),
    ("TZ.json", PackageResources.TZ_json),
    ("UA.json", PackageResources.UA_json),
    ("UG.json", PackageResources.UG_json),
    ("US.json", PackageResources.US_json),
    ("UZ.json", PackageResources.UZ_json),
    ("VN.json", PackageResources.VN_json),
    ("ZA.json", PackageResources.ZA_json),
    ("international.json", PackageResources.international_json),
    ("travel.json", PackageResources.travel_json),
  ]
}

extension RuleBook {
  /// The rules that come with the library.
  public static func shipped() throws(DataFileError) -> RuleBook {
    var book = RuleBook()
    for (name, text) in CarrierBook.shippedFiles {
      book.add(try CarrierFile(shipped: text, name: name, .rules).rules)
    }
    return book
  }
}
