import Testing

/// What the command says of lines at every turn of their lives.
struct LifeTests {
  @Test(arguments: Life.all) func everyTurnIsJudgedAsItShouldBe(life: Life) throws {
    let disappointments = try life.disappointments()
    guard let fault = KnownFault.all[life.title] else {
      for one in disappointments { Issue.record("\(one)") }
      return
    }
    withKnownIssue("\(fault)") {
      for one in disappointments { Issue.record("\(one)") }
    }
  }

  @Test func livesAreManyAndHaveTheirOwnTitles() {
    #expect(Life.all.count >= 60)
    #expect(Set(Life.all.map(\.title)).count == Life.all.count)
    #expect(Set(KnownFault.all.keys).isSubset(of: Life.all.map(\.title)))
  }
}
