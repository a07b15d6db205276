import Words

/// How everything stands, part by part.
struct SetupAnswer: TabularAnswer {
  let setup: [Row]

  /// One part.
  struct Row: Encodable {
    let part: Part
    let state: State
    /// How it stands.
    let finding: Words
    /// What does the rest of it.
    var commands: [String] = []
  }

  /// What is set up.
  enum Part: String, Encodable {
    case language, reader, line, channel, timer
  }

  enum State: String, Encodable {
    /// It was so.
    case kept
    /// It was done just now.
    case done
    /// It is still to be done.
    case open
    /// It went wrong; `errors` says why.
    case failed
  }

  var table: Table {
    var table = Table()
    for row in setup {
      table.add(
        Table.Cell(row.state.mark, row.state.style), Table.Cell(row.part.name, .heading),
        Table.Cell(row.finding))
      for command in row.commands {
        table.add(.empty, .empty, Table.Cell("→ " + command))
      }
    }
    return table
  }
}

extension SetupAnswer.Part {
  fileprivate var name: Words {
    switch self {
    case .language: Words("language")
    case .reader: Words("reader")
    case .line: Words("lines")
    case .channel: Words("notices")
    case .timer: Words("timers")
    }
  }
}

extension SetupAnswer.State {
  fileprivate var mark: String {
    switch self {
    case .kept, .done: "✓"
    case .open: "!"
    case .failed: "✗"
    }
  }

  fileprivate var style: Style {
    switch self {
    case .kept, .done: .good
    case .open: .attention
    case .failed: .error
    }
  }
}
