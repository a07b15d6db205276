import Card
import Testing

struct ReadOnlyChannelTests {
  @Test(arguments: [
    "00A40004023F00", "01A4040010A0000005591010FFFFFFFF8900000100", "A0A40000023F00",
    "00B082000A", "A0B000000A", "00B2010400", "00C0000016", "A0C0000016",
    "80F2000000", "0070000001", "0070800100", "00708001", "80AA00000AA9088100820101830107",
    "0020000100", "00200001", "002C000100",
    "80E2910006BF3E035C015A", "81E2910003BF2D00", "80E2910003BF2D0000", "C0E2910003BF2000",
    "0000000000", "0000030010",
  ]) func letsReadingThrough(hex: String) {
    #expect(ReadOnlyChannel.onlyReads(bytes(hex)))
  }

  @Test(arguments: [
    // UPDATE BINARY and RECORD, INCREASE, ERASE, WRITE.
    "00D600000101", "00DC01040101", "003200000101", "A0320000030000 01", "000E0000",
    "00D0000001 00",
    // AUTHENTICATE and RUN GSM ALGORITHM move counters.
    "0088008110" + "00000000000000000000000000000000", "A088000010", "0089000000",
    // VERIFY, CHANGE, DISABLE, ENABLE, UNBLOCK with data use tries; class A0 uses one even without.
    "0020000108 31323334FFFFFFFF", "0024000110", "0026000108", "0028000108", "002C000110 00",
    "A020000100", "A02C000000",
    // TERMINAL PROFILE, ENVELOPE, FETCH, TERMINAL RESPONSE, SUSPEND.
    "80100000 01 FF", "80C2000001 00", "8012000010", "80140000 01 00", "80760000",
    // CREATE, DELETE, DEACTIVATE, ACTIVATE, TERMINATE.
    "00E000000100", "00E4000000", "0004000000", "0044000000", "00E8000000", "00E6000000",
    "00FE000000",
    // ES10 functions that change: enable, disable, delete, reset, nickname, default SM-DP+,
    // remove notification, cancel session, load.
    "80E2910003BF3100", "80E2910003BF3200", "80E2910003BF3300", "80E2910003BF3400",
    "80E2910003BF2900", "80E2910003BF3F00", "80E2910003BF3000", "80E2910003BF4100",
    "80E2910003BF3600",
    // A read followed by something else, a request in several blocks, an empty one.
    "80E2910006BF2D00BF3100", "80E2110003BF2D00", "80E2910000", "80E29100",
    // No command at all.
    "", "00", "00A400", "FFA40000",
    // MANAGE CHANNEL that is neither open nor close.
    "0070400000",
    // What is like a vendor's question and is none.
    "0000040000", "0000000100", "0100000000", "00000000", "000000000100", "8000000000",
  ]) func refusesWhatCouldChange(hex: String) {
    #expect(!ReadOnlyChannel.onlyReads(bytes(hex)))
  }

  @Test func neverSendsWhatItRefuses() {
    let channel = ReadOnlyChannel(ScriptedChannel([:]))
    #expect(throws: ChannelError.self) { try channel.transmit(bytes("00D600000101")) }
  }
}
