import Card
import Testing

/// What the files declare, and where the GSM application keeps them.
struct FileDescriptorTests {
  private let all = FileRegistry.all.map { $0.descriptor }

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
    #expect(FileRegistry.files(named: "EF.LOCI").map { $0.descriptor.path } == ["ADF.USIM/6F7E"])
    #expect(FileRegistry.files(named: "acmMAX").map { $0.descriptor.path } == ["ADF.USIM/6F37"])
    #expect(
      FileRegistry.files(named: "SPN").map { $0.descriptor.path }
        == ["ADF.USIM/6F46", "ADF.CSIM/6F41"])
    #expect(FileRegistry.files(named: "nothing").isEmpty)
  }

  @Test(
    arguments: [
      // 3GPP TS 51.011 §10: the same contents under other names and identifiers.
      (EFPSLOCI.descriptor, "EF.LOCIGPRS", "3F00/7F20/6F53"),
      (EFKc.descriptor, "EF.Kc", "3F00/7F20/6F20"),
      (EFKcGPRS.descriptor, "EF.KcGPRS", "3F00/7F20/6F52"),
      (EFMSISDN.descriptor, "EF.MSISDN", "3F00/7F10/6F40"),
      (EFICCID.descriptor, "EF.ICCID", "3F00/2FE2"),
      (EFSST.descriptor, "EF.SST", "3F00/7F20/6F38"),
    ])
  func counterpartInGSM(file: FileDescriptor, name: String, path: String) {
    #expect(file.inGSM?.name == name)
    #expect(file.inGSM?.path == path)
    #expect(file.inGSM?.shortIdentifier == nil)
  }

  @Test(arguments: [EFEPSLOCI.descriptor, EF5GS3GPPLOCI.descriptor, EFUST.descriptor])
  func notInGSM(file: FileDescriptor) {
    #expect(file.inGSM == nil)
  }

  @Test func servicesAnnounceFiles() {
    #expect(EFEPSLOCI.descriptor.isAnnounced(by: [85]))
    #expect(!EFEPSLOCI.descriptor.isAnnounced(by: [84, 122]))
    #expect(EFEST.descriptor.isAnnounced(by: [6]))
    #expect(EFLOCI.descriptor.isAnnounced(by: []))
    #expect(EFSPN.descriptor.inGSM?.isAnnounced(by: [17]) == true)
    #expect(EFSPN.descriptor.inGSM?.isAnnounced(by: [19]) == false)
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
