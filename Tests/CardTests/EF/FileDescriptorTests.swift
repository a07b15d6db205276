import Card
import Testing

/// What the files declare, and where the GSM application keeps them.
struct FileDescriptorTests {
  private let all = EF.all.map(\.descriptor)

  @Test func noTwoFilesAreInOnePlace() {
    #expect(Set(all.map(\.path)).count == all.count)
  }

  @Test func shortIdentifiersAreOneToThirtyAndNoneIsUsedTwice() {
    for (_, files) in Dictionary(grouping: all, by: \.directory) {
      let short = files.compactMap(\.shortIdentifier)
      #expect(Set(short).count == short.count)
      #expect(short.allSatisfy { (1...30).contains($0) })
    }
  }

  @Test func filesAreFoundByName() {
    #expect(EF.named("EF.LOCI").map(\.descriptor.path) == ["ADF.USIM/6F7E", "3F00/7F20/6F7E"])
    #expect(EF.named("acmMAX").map(\.descriptor.path) == ["ADF.USIM/6F37", "3F00/7F20/6F37"])
    #expect(
      EF.named("SPN").map(\.descriptor.path)
        == ["ADF.USIM/6F46", "ADF.CSIM/6F41", "3F00/7F25/6F41", "3F00/7F20/6F46"])
    #expect(EF.named("nothing").isEmpty)
    #expect(EF.named("").isEmpty)
  }

  @Test(
    arguments: [
      ("EF.P-CSCF", "ADF.ISIM/6F09"), ("pcscf", "ADF.ISIM/6F09"),
      ("routing-indicator", "ADF.USIM/5FC0/4F0A"), ("LOCIGPRS", "3F00/7F20/6F53"),
      ("EF.5GS3GPPLOCI", "ADF.USIM/5FC0/4F01"), ("ADN", "3F00/7F10/6F3A"),
    ])
  func whatStandsBetweenLettersDoesNotMatter(name: String, path: String) {
    #expect(EF.named(name).map(\.descriptor.path) == [path])
  }

  @Test(
    arguments: [
      ("SPN", CardApplication.csim, "ADF.CSIM/6F41"), ("SPN", .gsm, "3F00/7F20/6F46"),
      ("CST", .csim, "ADF.CSIM/6F32"), ("CST", .cdma, "3F00/7F25/6F32"),
      ("ECC", .usim, "ADF.USIM/6FB7"), ("ECC", .gsm, "3F00/7F20/6FB7"),
      ("ARR", .mf, "3F00/2F06"), ("ARR", .isim, "ADF.ISIM/6F06"),
      ("SMSP", .telecom, "3F00/7F10/6F42"), ("ACSGL", .usim, "ADF.USIM/5F50/4F81"),
    ])
  func anApplicationTellsFilesOfOneNameApart(
    name: String, application: CardApplication, path: String
  ) {
    #expect(EF.named(name, in: application).map(\.descriptor.path) == [path])
  }

  @Test func anApplicationWithoutTheFileHasNone() {
    #expect(EF.named("IMPI", in: .usim).isEmpty)
  }

  @Test(
    arguments: [
      // 3GPP TS 51.011 §10: the same contents under other names and identifiers.
      (EF.registration.psloci.descriptor, "EF.LOCIGPRS", "3F00/7F20/6F53"),
      (EF.registration.kc.descriptor, "EF.Kc", "3F00/7F20/6F20"),
      (EF.registration.kcGPRS.descriptor, "EF.KcGPRS", "3F00/7F20/6F52"),
      (EF.contacts.msisdn.descriptor, "EF.MSISDN", "3F00/7F10/6F40"),
      (EF.identity.iccid.descriptor, "EF.ICCID", "3F00/2FE2"),
      (EF.services.sst.descriptor, "EF.SST", "3F00/7F20/6F38"),
    ])
  func counterpartInGSM(file: FileDescriptor, name: String, path: String) {
    #expect(file.inGSM?.name == name)
    #expect(file.inGSM?.path == path)
    #expect(file.inGSM?.shortIdentifier == nil)
  }

  @Test(arguments: [
    EF.registration.epsloci.descriptor, EF.registration.fiveGS3GPPLOCI.descriptor,
    EF.services.ust.descriptor,
  ])
  func notInGSM(file: FileDescriptor) {
    #expect(file.inGSM == nil)
  }

  @Test func servicesAnnounceFiles() {
    #expect(EF.registration.epsloci.descriptor.isAnnounced(by: [85]))
    #expect(!EF.registration.epsloci.descriptor.isAnnounced(by: [84, 122]))
    #expect(EF.named("EF.EST").first?.descriptor.isAnnounced(by: [6]) == true)
    #expect(EF.registration.loci.descriptor.isAnnounced(by: []))
    #expect(EF.identity.spn.descriptor.inGSM?.isAnnounced(by: [17]) == true)
    #expect(EF.identity.spn.descriptor.inGSM?.isAnnounced(by: [19]) == false)
  }

  @Test func keysAreMarked() {
    let names = Set(all.filter { $0.confidentiality == .key }.map(\.name))
    #expect(
      names == [
        "EF.Keys", "EF.KeysPS", "EF.Kc", "EF.KcGPRS", "EF.EPSNSC", "EF.5GS3GPPNSC",
        "EF.5GSN3GPPNSC", "EF.5GAUTHKEYS",
      ])
  }
}
