import Testing

@testable import Ledger

/// What is judged on all processors comes back in its order, and a failure is not left out.
struct AllProcessorsTests {
  @Test(arguments: [0, 1, 15, 16, 17, 1_000])
  func theOrderStays(count: Int) throws {
    let numbers = Array(0..<count)
    #expect(try numbers.mapOnAllProcessors { $0 * 2 } == numbers.map { $0 * 2 })
  }

  @Test func theFirstFailureIsThrown() {
    struct Failure: Error, Equatable { let number: Int }
    #expect(throws: Failure(number: 40)) {
      _ = try Array(0..<1_000).mapOnAllProcessors { number in
        if number >= 40 { throw Failure(number: number) }
        return number
      }
    }
  }
}
