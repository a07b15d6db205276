/// What is kept of lines: themselves, what happened to them, and what their cards said.
public struct Ledger: Sendable {}
