import Foundation
import Testing

/// What every line of lpac's is in.
struct LPACEnvelope<Payload: Decodable>: Decodable {
  var type: String
  var payload: Payload
}

/// What an answer of lpac's says.
struct LPACAnswer<Value: Decodable>: Decodable {
  var code: Int
  var data: Value
}

/// A program called `lpac`, which is a link to ours, as other programs run it.
final class LPAC {
  /// A line that it prints.
  struct Line: Decodable {
    struct Payload: Decodable {
      var code: Int?
      var message: String?
    }
    var type: String
    var payload: Payload?
  }

  /// How a run ended.
  struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// What it printed, line by line.
    var lines: [Line] {
      get throws {
        try output.split(separator: "\n").map {
          try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
      }
    }

    /// The functions that it said it was at.
    var progress: [String] {
      get throws { try lines.filter { $0.type == "progress" }.compactMap { $0.payload?.message } }
    }

    /// The one line that is the answer.
    var answer: Line.Payload {
      get throws {
        let answers = try lines.filter { $0.type == "lpa" }
        #expect(answers.count == 1, "\(output)")
        #expect(try lines.last?.type == "lpa")
        return try #require(answers.first?.payload)
      }
    }

    /// What the answer has under `data`.
    func data<Value: Decodable>(_ type: Value.Type) throws -> Value {
      #expect(status == 0, "\(output)\(errors)")
      let line = try #require(output.split(separator: "\n").last)
      return try JSONDecoder().decode(
        LPACEnvelope<LPACAnswer<Value>>.self, from: Data(line.utf8)
      ).payload.data
    }
  }

  let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("lpac")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: Command.executable)
  }

  /// Runs it with a line of arguments as a shell takes it; our own options stand before them.
  func run(
    _ arguments: String, on card: String? = "travel-euicc", ours: String = "",
    input: String = "</dev/null", environment: [String: String] = [:]
  ) throws -> Run {
    let options = [card.map { "--virtual \($0)" } ?? "", ours].joined(separator: " ")
    let home = ["XDG_DATA_HOME": scratch.path("data"), "XDG_CONFIG_HOME": scratch.path("config")]
    let result = try Command.bash(
      "'\(path)' \(options) \(arguments) \(input)",
      environment: home.merging(environment) { $1 })
    return Run(status: result.status, output: result.output, errors: result.errors)
  }
}
