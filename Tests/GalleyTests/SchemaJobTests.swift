import TestSupport
import Testing

/// `galley schema` and what it does to files, as a person runs it.
@Suite struct SchemaJobTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    for name in ["ann", "bob"] {
      let run = try desk.run(commands: Desk.script, ["--annotator", name])
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  private func schema(_ arguments: String...) throws -> ProcessRun {
    try desk.run(["schema"] + arguments, on: nil)
  }

  @Test func aSchemaIsPrintedIntoItsOwnFolder() throws {
    let run = try ProcessRun(
      shell: "\(builtProduct("galley")) schema > galley.yaml", in: desk.folder)
    #expect(run.status == 0 && run.errors == "", "\(run)")
    #expect(desk.folder.text("galley.yaml")?.contains("\n  Speaker:\n") == true)
    #expect(try desk.run(["validate", "."], on: nil).status == 0)
    let missing = try schema("nowhere")
    #expect(missing.status == 2 && missing.errors.contains("[no-such-file]"), "\(missing)")
  }

  @Test func whatBratPassesOverIsWarnedOf() throws {
    try desk.folder.write(
      "[entities]\nAnimal\n[relations]\neats\tArg1:Nope, Arg2:Animal\n[events]\n[attributes]\n[foo]\n",
      to: "zoo/annotation.conf")
    try desk.folder.write("A cat.\n", to: "zoo/cat.txt")
    try desk.folder.write("T1\tAnimal 2 5\tcat\n", to: "zoo/cat.ann")
    for arguments in [["schema", "zoo"], ["validate", "zoo"]] {
      let run = try desk.run(arguments, on: nil)
      #expect(run.status == 0)
      #expect(run.errors.contains("annotation.conf:4:11: warning: there is no label “Nope”"))
      #expect(run.errors.contains("[schema-unknown-section]"))
    }
  }

  @Test func namesThatBratAloneTakesComeBack() throws {
    try desk.folder.write(
      "[entities]\ny\n1st\n[relations]\n[events]\n[attributes]\n", to: "zoo/annotation.conf")
    try desk.folder.write("A cat.\n", to: "zoo/cat.txt")
    try desk.folder.write("T1\ty 2 5\tcat\n", to: "zoo/cat.ann")
    let run = try ProcessRun(
      shell: "\(builtProduct("galley")) schema zoo > galley.yaml && mv galley.yaml zoo",
      in: desk.folder)
    #expect(run.status == 0 && run.errors.contains("2:1: warning: “y” is no name for other tools"))
    let checked = try desk.run(["validate", "zoo"], on: nil)
    #expect(checked.status == 0, "\(checked)")
    #expect(checked.errors.contains("zoo/galley.yaml:4:3: warning: “y” is no name"), "\(checked)")
    // Names that differ in case are two in brat, and here where they are typed just so.
    try desk.folder.write(
      "[entities]\nCat\nCAT\n[relations]\n[events]\n[attributes]\n", to: "two/annotation.conf")
    let twice = try schema("two")
    #expect(twice.status == 0 && twice.errors.isEmpty, "\(twice)")
    try desk.folder.write(twice.output, to: "three/galley.yaml")
    let again = try schema("three")
    #expect(again.status == 0 && again.output == twice.output)
    #expect(again.errors.contains("galley.yaml:5:3: warning: “CAT” differs from “Cat” on line 4"))
  }

  @Test func whatTheFormOfBratLosesIsTold() throws {
    try desk.folder.write(
      """
      labels:
        Claim:
          edges: inside-marks
          attributes: { sure: { values: [very, not so], required: yes }, page: text }
          relations: { by: { to: [Person], count: 0-1, alias: from } }
        Person: { article: yes }
      """, to: "zoo/galley.yaml")
    let run = try schema("zoo", "--format", "brat")
    #expect(
      run.errors == """
        warning: brat's configuration has no place for counts of relations (Claim.by); short \
        names of relations (from for by); edges inside quotation marks (Claim); required attributes \
        (Claim.sure); text as a value (page); values with blanks or `,` `|` `<` `>` (sure \
        “not so”); labels for whole articles (Person); left out [schema-left-out]

        """)
    #expect(run.status == 0 && run.output.contains("sure\tArg:Claim, Value:very\n"), "\(run)")
  }

  @Test func renamedForAllFiles() throws {
    let before = desk.folder.text("pier.bob.ann")
    let dry = try schema("rename", "Claim", "Assertion", ".", "--dry-run")
    #expect(
      dry
        == ProcessRun(
          status: 0,
          output: """
            pier.ann.ann: 1 line
            pier.bob.ann: 1 line
            label Claim → Assertion: 2 lines in 2 files; nothing was written

            """,
          errors:
            "note: the schema news has no label “Assertion” yet; change it there too [schema-behind]\n"
        ))
    #expect(desk.folder.text("pier.bob.ann") == before)
    #expect(try schema("rename", "label", "Claim", "Assertion", ".").status == 0)
    #expect(
      desk.folder.text("pier.bob.ann") == before?.replacing("\tClaim ", with: "\tAssertion "))
    let checked = try desk.run(["validate", "."], on: nil)
    #expect(checked.status == 1)
    #expect(checked.output.contains("the schema news has no label “Assertion”"))
    #expect(try schema("rename", "Claim", "Assertion", ".").errors.contains("[name-not-used]"))
    try desk.folder.write("labels: [Voice, Claim, Quote, Topic]\n", to: "galley.yaml")
    #expect(try schema("rename", "Speaker", "Voice", ".").errors == "")
    #expect(try schema("remove", "Topic", ".").errors.contains("has the label “Topic” still"))
  }

  @Test func oneFileThatIsOpenKeepsAll() throws {
    let before = ["ann", "bob"].map { desk.folder.text("pier.\($0).ann") }
    let shell = try desk.prompt(["--annotator", "bob"])
    try shell.expect("pier> ")
    let run = try schema("remove", "Speaker", ".")
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("[locked]"))
    #expect(["ann", "bob"].map { desk.folder.text("pier.\($0).ann") } == before)
    try shell.send("quit\r")
    #expect(try shell.wait() == .exited(0))
    #expect(
      try schema("remove", "Speaker", ".").output.hasSuffix(
        "label Speaker removed: 2 lines with 2 attributedTo on them in 2 files\n"))
  }

  @Test func whatWouldComeToLifeIsNamedAndNothingWritten() throws {
    let text = "T1\tClaim 0 4\tPier\nT1\tTopic 0 4\tPier\n"
    try desk.folder.write(text, to: "twice/pier.ann")
    try desk.folder.write("Pier to close\n", to: "twice/pier.txt")
    let run = try schema("remove", "Claim", "twice")
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.hasPrefix("twice/pier.ann:2:"), "\(run)")
    #expect(run.errors.contains("[duplicate-id]"))
    #expect(desk.folder.text("twice/pier.ann") == text)
  }

  @Test func twoBecomeOne() throws {
    let run = try schema("merge", "Claim", "Quote", "Quote", "pier.ann.ann")
    #expect(run.output.hasSuffix("label Claim → Quote: 1 line in 1 file\n"), "\(run.errors)")
    #expect(run.errors == "")
  }

  @Test func usageIsExplained() throws {
    #expect(try schema("rename", "Claim", "Assertion").status == 64)
    #expect(try schema("remove", "Claim").status == 64)
    let run = try schema("rename", "Claim", "Topic", ".")
    #expect(run.status == 2 && run.errors.contains("schema merge Claim Topic Topic"))
  }

  @Test func theSchemaThatHoldsIsPrinted() throws {
    #expect(try schema().output.hasPrefix("schema: news\n"))
    try desk.folder.write("labels: [Person, Place]\n", to: "galley.yaml")
    let yaml = try schema("pier.txt")
    #expect(yaml.output.contains("Person") && !yaml.output.contains("Claim"))
    try desk.folder.write(yaml.output, to: "again.yaml")
    #expect(try schema("again.yaml").output == yaml.output)
    let brat = try schema("--format", "brat")
    #expect(brat.output.hasPrefix("[entities]\nPerson\nPlace\n"))
    try desk.folder.write(brat.output, to: "annotation.conf")
    #expect(try schema("annotation.conf", "--format", "brat").output == brat.output)
    #expect(try schema("gone.yaml").status == 2)
  }
}
