import Testing

/// What the command says of lines at every turn of their lives.
struct LifeTests {
  @Test(arguments: Life.all) func everyTurnIsJudgedAsItShouldBe(life: Life) throws {
    for one in try life.disappointments() { Issue.record("\(one)") }
  }

  @Test func livesAreManyAndHaveTheirOwnTitles() {
    #expect(Life.all.count >= 60)
    #expect(Set(Life.all.map(\.title)).count == Life.all.count)
  }
}
