import Standoff
import Testing

@Suite struct EventRoleTests {
  static let schema = Schema(
    name: "deeds",
    labels: [
      Label("Person"), Label("Place"),
      Label(
        "Meet",
        .event([
          RoleRule("Who", to: ["Person"], count: .some),
          RoleRule("Where", to: ["Place"], count: .optional),
        ])),
    ])

  func names(_ event: String) throws -> [String] {
    try Reviewed(
      "[Person|Ada] and [Person|Ines] [Meet|met] in [Place|Porto].", event, schema: Self.schema
    ).names
  }

  @Test func legalEvents() throws {
    #expect(try names("E1\tMeet:T3 Who:T1 Who2:T2 Where:T4\n") == [])
    #expect(try names("E1\tMeet:T3 Who:T1\n") == [])
  }

  @Test func rolesAndTheirFillers() throws {
    #expect(try names("E1\tMeet:T3 Who:T4\n") == ["5 wrong-filler"])
    #expect(try names("E1\tMeet:T3 Where:T4\n") == ["5 missing-role"])
    #expect(try names("E1\tMeet:T3 Who:T1 Where:T4 Where2:T4\n") == ["5 too-many-fillers"])
    #expect(try names("E1\tMeet:T3 Who:T1 When:T4\n") == ["5 unknown-role"])
  }

  @Test func aFillerThatIsNotThereIsOneFinding() throws {
    #expect(try names("E1\tMeet:T3 Who:T9\n") == ["5 unknown-id"])
  }
}
