/// The files that this library knows how to read.
public enum FileRegistry {
  /// All of them, by directory.
  public static let all: [any ElementaryFile.Type] =
    masterFile + usim + gsmAccess + fiveGS + isim + telecom + gsm + cdma

  /// Files with a name of the specifications, with or without its `EF.`, in either case. Some names
  /// stand for a file of more than one application.
  public static func files(named name: some StringProtocol) -> [any ElementaryFile.Type] {
    let wanted = name.lowercased()
    return all.filter { file in
      let known = file.descriptor.name.lowercased()
      return known == wanted || known.dropFirst("EF.".count) == wanted
    }
  }

  private static let masterFile: [any ElementaryFile.Type] = [
    EFICCID.self, EFDIR.self, EFPL.self, EFARR.self, EFUMPC.self,
  ]

  private static let usim: [any ElementaryFile.Type] = [
    EFLI.self, EFIMSI.self, EFAD.self, EFSPN.self, EFSPNI.self, EFGID1.self, EFGID2.self,
    EFACC.self, EFUST.self, EFEST.self, EFUFC.self,
    EFEHPLMN.self, EFHPLMNwAcT.self, EFPLMNwAcT.self, EFOPLMNwAcT.self, EFHPPLMN.self,
    EFSPDI.self, EFPNN.self, EFPNNI.self, EFOPL.self,
    EFLOCI.self, EFPSLOCI.self, EFEPSLOCI.self, EFFPLMN.self, EFKeys.self, EFKeysPS.self,
    EFEPSNSC.self, EFSTARTHFN.self, EFTHRESHOLD.self, EFNETPAR.self,
    EFMSISDN.self, EFFDN.self, EFBDN.self, EFSDN.self, EFMBDN.self, EFECC.self,
    EFSMS.self, EFSMSR.self, EFSMSP.self, EFSMSS.self, EFMWIS.self,
    EFOCI.self, EFICI.self, EFOCT.self, EFICT.self, EFACM.self, EFACMmax.self, EFPUCT.self,
  ]

  private static let gsmAccess: [any ElementaryFile.Type] = [EFKc.self, EFKcGPRS.self]

  private static let fiveGS: [any ElementaryFile.Type] = [
    EF5GS3GPPLOCI.self, EF5GSN3GPPLOCI.self, EF5GS3GPPNSC.self, EF5GSN3GPPNSC.self,
    EF5GAUTHKEYS.self, EFUACAIC.self, EFSUCICalcInfo.self, EFOPL5G.self, EFSUPINAI.self,
    EFRoutingIndicator.self,
  ]

  private static let isim: [any ElementaryFile.Type] = [
    EFIMPI.self, EFDOMAIN.self, EFIMPU.self, EFIST.self, EFPCSCF.self,
  ]

  private static let telecom: [any ElementaryFile.Type] = [
    EFADN.self, EFLND.self, EFPSISMSC.self,
  ]

  private static let gsm: [any ElementaryFile.Type] = [
    EFSST.self, EFPhase.self, EFCPHSONS.self, EFCPHSInformationNumbers.self,
  ]

  private static let cdma: [any ElementaryFile.Type] = [
    EFIMSIM.self, EFMDN.self, EFCSIMSPN.self, EFCST.self, EFRUIMCST.self,
  ]
}
