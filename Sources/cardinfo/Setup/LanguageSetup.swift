import Glibc
import Words

/// Which language to answer in. The other questions are asked in it.
struct LanguageSetup: SetupPart {
  private let kept = KeptLanguage.read()
  private let present = Language.ofThisRun
  private let wasSaid = Language.tag(in: CommandLine.arguments) != nil
  private var isDone = false
  var problem: Problem?

  mutating func ask() throws {
    guard !wasSaid else { return }
    let choices = Language.all.map { (Words(verbatim: $0.name), $0.tag) }
    let tag = try Question.pick(
      Words("Language:"), among: choices, usual: present.tag, by: Words(verbatim: present.name))
    guard tag != present.tag else { return }
    // The language of a run is a constant: another run asks the rest.
    let arguments = ["cardinfo", LanguageOptions.name, tag] + CommandLine.arguments.dropFirst()
    var words = arguments.map { strdup($0) } + [nil]
    execv("/proc/self/exe", &words)
    words.forEach { free($0) }
    throw SystemFailure(.commandFailed, Words("can't go on in that language")).problem
  }

  /// Whether another language than English was chosen, or one instead of another.
  private var isNews: Bool { present.tag != (kept.map { $0.language?.tag } ?? "en") }

  var plan: [Words] {
    isNews ? [Words("keep \(present.name) as the language, in \(KeptLanguage.path)")] : []
  }

  mutating func perform() throws {
    guard isNews else { return }
    try KeptLanguage.keep(present)
    isDone = true
  }

  var row: SetupAnswer.Row {
    let isKept = isDone || kept?.language?.tag == present.tag
    return SetupAnswer.Row(
      part: .language, state: problem != nil ? .failed : isDone ? .done : .kept,
      finding: isKept
        ? Words("\(present.name), kept in \(KeptLanguage.path)")
        : Words("\(present.name), for now by the locale or --lang"),
      commands: isKept || !isNews
        ? []
        : [
          "mkdir -p \(ShellWord.quoted(XDG.config))",
          "echo \(present.tag) > \(ShellWord.quoted(KeptLanguage.path))",
        ])
  }
}
