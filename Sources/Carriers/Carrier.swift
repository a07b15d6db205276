/// Who runs a line, and how to reach them.
public struct Carrier: Sendable {}
