/// Something that a data file says and can't mean, with the way to it.
package struct DataFlaw {
  package let path: JSONPlaces.Path
  package let message: String

  package init(path: JSONPlaces.Path, message: String) {
    self.path = path
    self.message = message
  }

  /// The flaw, seen from a member further out.
  package func inside(_ steps: JSONPlaces.Step...) -> DataFlaw {
    DataFlaw(path: steps + path, message: message)
  }

  package static func at(_ member: String, _ message: String) -> DataFlaw {
    DataFlaw(path: [.member(member)], message: message)
  }
}

extension String {
  /// Whether it can name something for good: `asda-mobile`.
  package var isName: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }

  /// Whether it has the form of a country's two letters of ISO 3166-1.
  package var isCountryCode: Bool { count == 2 && allSatisfy { ("A"..."Z").contains($0) } }

  /// Whether it is an address of the web.
  package var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
