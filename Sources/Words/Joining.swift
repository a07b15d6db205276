extension Words {
  /// Things one after the other; nothing where there are none.
  public static func listed(_ parts: [Words]) -> Words {
    joined(parts) { some, next in Words("\(some), \(next)") }
  }

  /// Clauses one after the other; nothing where there are none.
  public static func clauses(_ parts: [Words]) -> Words {
    joined(parts) { some, next in Words("\(some); \(next)") }
  }

  /// Sentences one after the other; nothing where there are none.
  public static func sentences(_ parts: [Words]) -> Words {
    joined(parts) { some, next in Words("\(some) \(next)") }
  }

  private static func joined(_ parts: [Words], _ join: (Words, Words) -> Words) -> Words {
    guard let first = parts.first else { return Words(verbatim: "") }
    return parts.dropFirst().reduce(first, join)
  }
}
