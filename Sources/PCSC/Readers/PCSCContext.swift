internal import CPCSC

/// A connection to pcscd, the service that owns the card readers.
///
/// Everything else starts here, and keeps the context it came from alive. Calls block until pcscd
/// has answered. A context and all that comes from it belong to one thread at a time; a second
/// thread, such as one that waits for cards, makes its own context. The context is released when
/// the last reference to it goes.
///
/// Wraps `SCARDCONTEXT`.
public final class PCSCContext {
  let handle: SCARDCONTEXT

  /// Connects to pcscd.
  ///
  /// - Throws: ``PCSCError/noService`` when pcscd is not running, ``PCSCError/securityViolation``
  ///   when polkit refuses.
  ///
  /// Wraps `SCardEstablishContext`.
  public init() throws(PCSCError) {
    var context: SCARDCONTEXT = 0
    try PCSCError.check(SCardEstablishContext(DWORD(SCARD_SCOPE_SYSTEM), nil, nil, &context))
    handle = context
  }

  deinit { SCardReleaseContext(handle) }

  /// The version of PC/SC Lite that this program was built for, such as `1.9.9`. The library does
  /// not say which version it is.
  public static var libraryVersion: String { PCSCLITE_VERSION_NUMBER }

  /// The names of the readers, in pcscd's order. Empty when there is none.
  ///
  /// Wraps `SCardListReaders`.
  public func readers() throws(PCSCError) -> [String] {
    do throws(PCSCError) {
      // Again when a reader was plugged in between asking for the length and for the names.
      return try Self.retrying(.insufficientBuffer) { () throws(PCSCError) in
        var length: DWORD = 0
        try PCSCError.check(SCardListReaders(handle, nil, nil, &length))
        var names = [CChar](repeating: 0, count: Int(clamping: length))
        try PCSCError.check(SCardListReaders(handle, nil, &names, &length))
        return Self.strings(in: names)
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
