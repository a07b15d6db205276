import Testing

extension Command {
  /// What somebody types at a terminal, once a question stands there.
  struct Answer {
    /// A part of the question, as `grep` takes it; the same one again waits for it to be asked again.
    var after: String
    /// What is typed, as `printf` takes it; it ends with `\n` where the key is pressed.
    var text: String
  }

  /// Runs a command line at a terminal and types each answer when its question stands there, however long
  /// that takes; the input ends behind the last.
  ///
  /// - Parameter clock: The time that it takes for now, such as `2026-11-21T12:00:00`.
  static func onTerminal(
    _ command: String, at clock: String? = nil, environment: [String: String] = [:],
    typing answers: [Answer]
  ) throws -> Result {
    let scratch = try Scratch()
    let (seen, ended) = (scratch.path("seen"), scratch.path("ended"))
    let typed = answers.enumerated().map { index, answer in
      let count = answers.prefix(index + 1).filter { $0.after == answer.after }.count
      return """
        until [ -e '\(ended)' ] || [ $(grep -ao '\(answer.after)' '\(seen)' | wc -l) -ge \(count) ]; do
          sleep 0.1
        done
        sleep 0.3
        printf '%b' '\(answer.text)'

        """
    }
    let faked = clock.map { "Tests/System/at @\($0) " } ?? ""
    return try bash(
      """
      touch '\(seen)'
      (\(typed.joined())
      sleep 1) | (
        timeout 300 script -qefc '\(faked)$CARDINFO \(command)' '\(seen)'
        status=$?
        touch '\(ended)'
        exit $status
      )
      """, environment: environment)
  }
}
