/// Makes the tree of files that a subscription's card or profile has.
enum FileSystemBuilder {
  /// The MF. Without a subscription it is that of an eUICC with no enabled profile: no application,
  /// no EF.ICCID.
  static func masterFile(for subscription: Subscription?) -> DedicatedFile {
    guard let subscription else {
      return DedicatedFile(
        .masterFile,
        files: [
          .applicationDirectory([]), .accessRules(.masterAccessRules),
        ])
    }
    let common = subscription.commonFiles
    let messages = subscription.messageFiles
    let telecom = DedicatedFile(.telecom, files: messages + [.accessRules(.accessRules)])
    let gsm = DedicatedFile(.gsm, files: subscription.gsmFiles + common)
    var files: [ElementaryFile] = [.iccid(subscription.iccid)]
    guard subscription.technology == .usim else {
      return DedicatedFile(.masterFile, directories: [gsm, telecom], files: files)
    }
    var applications = [
      DedicatedFile(
        .currentApplication, aid: ApplicationIdentifier.usim,
        files: subscription.usimFiles + common + messages + [.accessRules(.accessRules)])
    ]
    var labels = [(ApplicationIdentifier.usim, "USIM")]
    if subscription.hasISIM {
      labels.append((ApplicationIdentifier.isim, "ISIM"))
      applications.append(
        DedicatedFile(
          .currentApplication, aid: ApplicationIdentifier.isim,
          files: subscription.isimFiles + [.accessRules(.accessRules)]))
    }
    files += [
      .applicationDirectory(labels), .preferredLanguages(subscription.languages),
      .accessRules(.masterAccessRules),
    ]
    return DedicatedFile(.masterFile, directories: applications + [telecom, gsm], files: files)
  }
}
