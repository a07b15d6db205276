import Testing

/// Everything that talks to a real pcscd: one test after another, since PC/SC Lite's client knows
/// one pcscd in a process.
@Suite(
  "With a real pcscd", .serialized,
  .enabled(if: PrivatePCSCD.obstacle == nil, PrivatePCSCD.obstacle))
enum PCSCDTests {}
