import Synchronization
import Words

/// Something that went wrong, as people and programs are told: made here, at the outermost boundary,
/// from the errors that the layers keep.
struct Problem: Error, Equatable {
  /// The reader it happened in, if it was one reader.
  var reader: String?
  /// A stable code.
  var code: Code
  /// What happened: one sentence, lower case, without a full stop and without identifiers.
  var sentence: Words
  /// What to do next.
  var nextStep: Words?

  init(_ code: Code, _ sentence: Words, nextStep: Words? = nil) {
    self.code = code
    self.sentence = sentence
    self.nextStep = nextStep
  }

  /// The same, in a reader.
  func inReader(_ reader: String?) -> Problem {
    var problem = self
    problem.reader = reader
    return problem
  }

  /// How a command ends that nothing else stopped.
  var status: ExitStatus { Code.statuses[code] ?? .failure }
}

extension Problem: Encodable {
  private enum CodingKeys: String, CodingKey {
    case reader, code
    case sentence = "message"
    case nextStep = "hint"
  }
}

/// An error of a layer that ends a command, or stands beside its answer.
protocol Explained: Error {
  var problem: Problem { get }
}

extension Problem: Explained {
  var problem: Problem { self }
}

extension Problem {
  private static let noted = Mutex<[Problem]>([])

  /// Problems of this run that stopped nothing: they stand in every document that it prints.
  static var besideTheAnswer: [Problem] { noted.withLock { $0 } }

  /// Says on standard error what went wrong with something that is left out, and notes it for
  /// programs. A file is read when it is first needed, by whatever needs it.
  static func note(_ problem: Problem) {
    noted.withLock { $0.append(problem) }
    StandardError.report(problem)
  }

  /// Says on standard error what went wrong, and ends the command where something did.
  ///
  /// - Parameter besideMuch: Whether the command has an answer all the same.
  static func end(_ problems: [Problem], besideMuch: Bool = false) throws {
    problems.forEach(StandardError.report)
    let status = ExitStatus(problems, besideMuch: besideMuch)
    if status != .success { throw status.exit }
  }
}
