/// The files that this library knows how to read.
public enum FileRegistry {
  /// All of them, by directory.
  public static let all: [any ElementaryFile.Type] =
    masterFile + usim

  /// Files with a name of the specifications, with or without its `EF.`, in either case. Some names
  /// stand for a file of more than one application.
  public static func files(named name: some StringProtocol) -> [any ElementaryFile.Type] {
    let wanted = name.lowercased()
    return all.filter { file in
      let known = file.descriptor.name.lowercased()
      return known == wanted || known.dropFirst("EF.".count) == wanted
    }
  }

  private static let masterFile: [any ElementaryFile.Type] = [EFICCID.self, EFDIR.self]

  private static let usim: [any ElementaryFile.Type] = [EFIMSI.self, EFAD.self, EFSPN.self]
}
