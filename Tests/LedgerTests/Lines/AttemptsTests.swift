import Foundation
import Renewal
import Testing

@testable import Ledger

struct AttemptsTests {
  private let scratch: Scratch
  private let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try scratch.open()
    for id in ["a", "b"] {
      try ledger.add(Line(id: id, name: id), at: moment("2026-01-01T00:00:00Z"))
    }
  }

  @Test func everyStepIsKept() throws {
    var attempt = RenewalAttempt(
      id: "1", line: "a", plannedAt: moment("2026-02-01T10:00:00Z"), patience: 5)
    attempt.amount = try money("100 HKD")
    attempt.channel = .alipay
    let planned = attempt
    try ledger.save(attempt)
    try ledger.save(attempt)
    try attempt.submit(at: moment("2026-02-01T11:00:00Z"))
    let submitted = attempt
    try ledger.save(attempt)
    try attempt.confirm(by: .balanceRose, at: moment("2026-02-02T11:00:00Z"))
    try ledger.save(attempt)
    let later = RenewalAttempt(id: "2", line: "a", plannedAt: moment("2026-02-03T10:00:00Z"))
    try ledger.save(later)
    #expect(try scratch.open().attempts(of: "a") == [later, attempt])
    #expect(try ledger.steps(of: "1") == [planned, submitted, attempt])
    #expect(try ledger.attempts(of: "b") == [])
  }

  @Test func aStepBackIsRefused() throws {
    var attempt = RenewalAttempt(id: "1", line: "a", plannedAt: moment("2026-02-01T10:00:00Z"))
    let planned = attempt
    try attempt.submit(at: moment("2026-02-01T11:00:00Z"))
    var failed = attempt
    try ledger.save(attempt)
    #expect(throws: LedgerError.differentAttempt) { try ledger.save(planned) }
    try attempt.confirm(by: .person, at: moment("2026-02-02T11:00:00Z"))
    try ledger.save(attempt)
    try failed.fail(.paymentDeclined, at: moment("2026-02-02T12:00:00Z"))
    #expect(throws: LedgerError.differentAttempt) { try ledger.save(failed) }
    let other = RenewalAttempt(id: "1", line: "b", plannedAt: moment("2026-02-01T10:00:00Z"))
    #expect(throws: LedgerError.differentAttempt) { try ledger.save(other) }
    let nobodys = RenewalAttempt(id: "2", line: "x", plannedAt: moment("2026-02-01T10:00:00Z"))
    #expect(throws: LedgerError.unknownLine) { try ledger.save(nobodys) }
    #expect(try ledger.attempts(of: "a") == [attempt])
  }
}
