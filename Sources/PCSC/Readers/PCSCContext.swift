internal import CPCSC

/// A connection to pcscd, the service that owns the card readers.
///
/// Everything else starts here, and keeps the context it came from alive. A call returns when pcscd has
/// answered or ``Patience`` is over; after the latter the context is of no use. A context and all that
/// comes from it belong to one thread at a time; a second thread, such as one that waits for cards or
/// reads another one, makes its own context. The context is released when the last reference to it goes.
///
/// Wraps `SCARDCONTEXT`.
public final class PCSCContext {
  let handle: SCARDCONTEXT
  let calls: BlockingCalls

  /// Connects to pcscd.
  ///
  /// - Parameter patience: How long it and everything that comes from it may take.
  /// - Throws: ``PCSCError/noService`` when pcscd is not running, ``PCSCError/securityViolation``
  ///   when polkit refuses.
  ///
  /// Wraps `SCardEstablishContext`.
  public init(_ patience: Patience = Patience()) throws(PCSCError) {
    calls = BlockingCalls(patience)
    let (status, handle) = try calls.run(.answer) {
      var context: SCARDCONTEXT = 0
      return (SCardEstablishContext(DWORD(SCARD_SCOPE_SYSTEM), nil, nil, &context), context)
    }
    try PCSCError.check(status)
    self.handle = handle
  }

  deinit { calls.finish { [handle] in SCardReleaseContext(handle) } }

  /// Makes a call and turns its status into an error.
  func call<Value>(
    waitingFor cause: Patience.Cause = .answer, _ call: @escaping () -> (Int, Value)
  ) throws(PCSCError) -> Value {
    let (status, value) = try calls.run(cause, call)
    try PCSCError.check(status)
    return value
  }

  /// The version of PC/SC Lite that this program was built for, such as `1.9.9`. The library does
  /// not say which version it is.
  public static var libraryVersion: String { PCSCLITE_VERSION_NUMBER }

  /// How many readers the library and pcscd have room for.
  ///
  /// Wraps `PCSCLITE_MAX_READERS_CONTEXTS`.
  public static var mostReaders: Int { Int(PCSCLITE_MAX_READERS_CONTEXTS) }

  /// The names of the readers, in pcscd's order. Empty when there is none.
  ///
  /// Wraps `SCardListReaders`.
  public func readers() throws(PCSCError) -> [String] {
    do throws(PCSCError) {
      // Again when a reader was plugged in between asking for the length and for the names.
      return try Self.retrying(.insufficientBuffer) { () throws(PCSCError) in
        let handle = handle
        let room = try call {
          var length: DWORD = 0
          return (SCardListReaders(handle, nil, nil, &length), length)
        }
        return try call {
          var length = room
          var names = [CChar](repeating: 0, count: Int(clamping: length))
          return (SCardListReaders(handle, nil, &names, &length), Self.strings(in: names))
        }
      }
    } catch .noReadersAvailable {
      return []
    }
  }

  /// Runs work again when readers came or went in its middle, three times at most.
  static func retrying<T>(
    _ passing: PCSCError, _ work: () throws(PCSCError) -> T
  ) throws(PCSCError) -> T {
    for _ in 0..<2 {
      do throws(PCSCError) { return try work() } catch passing {}
    }
    return try work()
  }

  /// Takes apart strings that each end with a zero, the last of them empty.
  static func strings(in list: [CChar]) -> [String] {
    list.split(separator: 0).map {
      String(decoding: $0.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
