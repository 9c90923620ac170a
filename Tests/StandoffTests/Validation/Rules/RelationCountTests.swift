import Standoff
import Testing

@Suite struct RelationCountTests {
  static func schema(_ count: CountRange, isSymmetric: Bool = false) -> Schema {
    Schema(
      name: "x",
      labels: [
        Label(
          "One",
          relations: [
            RelationRule("ties", to: ["One"], count: count, isSymmetric: isSymmetric)
          ])
      ])
  }

  @Test func tooMany() throws {
    let lines = "R1\tties Arg1:T1 Arg2:T2\nR2\tties Arg1:T1 Arg2:T3\n"
    let names = try Reviewed("[One|a] [One|b] [One|c]", lines, schema: Self.schema(.optional)).names
    #expect(names == ["5 too-many-relations"])
  }

  @Test func tooManyAreNoneWhileItIsOpenWhichStays() throws {
    let lines =
      "R1\tties Arg1:T1 Arg2:T2\nR2\tties Arg1:T1 Arg2:T3\n"
      + "#1\tConflict R1\t{\"kind\":\"relation\",\"group\":1,\"from\":[\"ana\"]}\n"
    let names = try Reviewed("[One|a] [One|b] [One|c]", lines, schema: Self.schema(.optional)).names
    #expect(names == ["6 unresolved-conflict"])
  }

  @Test func tooFew() throws {
    let lines = "R1\tties Arg1:T1 Arg2:T2\n"
    let text = "[One|a] [One|b]"
    #expect(try Reviewed(text, lines, schema: Self.schema(.one)).names == ["2 missing-relation"])
    #expect(try Reviewed(text, lines, schema: Self.schema(.one, isSymmetric: true)).names == [])
  }

  @Test func endsWrittenTheOtherWayRound() throws {
    let lines = "R1\tties Arg2:T1 Arg1:T2\n"
    let names = try Reviewed("[One|a] [One|b]", lines, schema: Self.schema(.one)).names
    #expect(names == ["1 missing-relation"])
  }
}
