import Testing

/// What people type to find a carrier.
struct CarrierLookUpTests {
  private func ask(_ what: String) throws -> Command.Result {
    try Desk().run("carrier \(what)")
  }

  /// What is printed on a card is its beginning as often as the whole.
  @Test(arguments: [
    ("898600", "China Mobile"), ("89860", "China"), ("8949", "Germany"), ("8933", "France"),
  ])
  func theBeginningOfAnICCIDTells(digits: String, tells: String) throws {
    let result = try ask(digits)
    #expect(result.output.contains(tells), "\(result.output)\(result.errors)")
  }

  @Test(arguments: ["901", "90101", "90199"]) func whatIsOfNoCountryIsSaidToBe(code: String) throws
  {
    let result = try ask(code)
    #expect(result.output.contains("international"), "\(result.output)\(result.errors)")
  }

  @Test(arguments: ["460", "46099"]) func anUnknownNetworkHasACountry(code: String) throws {
    let result = try ask(code)
    #expect(result.output.contains("China"), "\(result.output)\(result.errors)")
  }

  @Test(arguments: ["ТТК", "TTK"]) func aShortNameIsEnough(name: String) throws {
    let result = try ask(name)
    #expect(result.status == 0 && result.output.contains("TTK Mobile"), "\(result.errors)")
  }

  // A number is like no name.
  @Test(arguments: ["99999", "0017"]) func noNameIsGuessedFromANumber(code: String) throws {
    #expect(try !ask(code).errors.contains("did you mean"))
  }

  @Test(arguments: ["5ber", "9esim", "eSTK", "esim.me"]) func whoSellsCardsIsNoCarrier(
    name: String
  ) throws {
    let result = try ask(name)
    #expect(result.status != 0)
    #expect(result.errors.contains("sells cards for eSIMs"), "\(result.errors)")
  }

  @Test(arguments: ["46000 --gid1 ZZ", "46000 --gid1 ''", "46000 --imsi abc"])
  func whatIsNoneIsNotPassedOver(what: String) throws {
    #expect(try ask(what).status == 64)
  }
}
