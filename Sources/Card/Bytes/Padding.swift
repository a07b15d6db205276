extension Collection<UInt8> {
  /// Whether every byte is FF, as where nothing was ever written.
  public var isBlank: Bool { allSatisfy { $0 == 0xFF } }
}

extension [UInt8] {
  /// The bytes, filled up with FF to `count`. Nil when they are more.
  public func filled(to count: Int) -> [UInt8]? {
    self.count > count ? nil : self + Array(repeating: 0xFF, count: count - self.count)
  }

  /// The bytes without the FF at their end.
  public var withoutFilling: [UInt8] {
    var bytes = self
    while bytes.last == 0xFF { bytes.removeLast() }
    return bytes
  }
}
