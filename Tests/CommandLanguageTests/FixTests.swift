import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

/// What an error offers as its fix works where the error is marked.
@Suite struct FixTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private static let beginning = [
    "speaker \"Ida Moss\" as ida", "claim 2 by=ida stance=against", "quote marks[1] in 3 as first",
    "note c1 \"seen\"", "claim 6.1",
  ]

  @Test(arguments: [
    "set first nested", "set first nested=", "set first nested= mode=direct", "quote 4 nested",
    "quote 4 nested mode=direct", "quote 4 nested=", "quote 4 nested=maybe",
    "set first nested=maybe", "set c1 stance=favour", "set c1 stanse=favor", "claim 3 stanc=favor",
    "claim 3 kind=polcy", "unset c1 stance=against", "unset c1 stanse",
    "speaker \"Moss\"[1] ref=Q42", "speaker \"Moss\"[1] ref=wikidta:Q42", "set c1 ref=Q42",
    "claim 3 bye=ida", "claim 3 by=spaeker:\"Ida Moss\"", "claim 3 by=\"Moss\" in 6.1",
    "list speaker in 6",
    "list claim", "untag claim", "set claim stance=favor", "relabel claim Quote", "info claim",
    "claim 3 by=speaker", "list in 1", "list overlapping c1", "list without by", "list not claim",
    "list text ~ /boat/", "list note", "list where claime", "list where stance=favour",
    "list where nested=maybe", "list where nested=no", "list where without kinds",
    "list c2-c1", "link c1 bye ida", "unlink c1 bye ida", "tag Speeker \"Moss\"[1]", "claime 2",
    "speaker 'Ida Moss'", "option colums 60", "option color allways", "help preview",
    "review \"Moss\" as clam", "merge ferry.ben.ann boundary=longer",
    "agree ferry.ben.ann measure=kapa,pi",
    "agree ferry.ben.ann reference=bem", "agree ferry.ben.ann scope=bem=1-2",
    "agree ferry.ben.ann scope=ben=fery:1-2",
    "agree ferry.ben.ann measur=pi",
  ]) func worksInTheMarkedPlace(_ line: String) throws {
    var interpreter = try opened()
    let failure = try #require(run(line, &interpreter), "`\(line)` does not fail")
    let fix = try #require(failure.fix, "`\(line)` has no fix")
    let column = try #require(failure.place.column)
    var scalars = Array(line.unicodeScalars)
    let start = min(column - 1, scalars.count)
    let marked = start..<min(start + failure.place.length, scalars.count)
    scalars.replaceSubrange(marked, with: Array(fix.unicodeScalars))
    let mended = String(scalars: scalars)
    // Files that nobody made are beyond what a fix can tell.
    let later = run(mended, &interpreter)
    #expect(
      later == nil || later.map { "\($0.name)" } == "no-such-file",
      "`\(mended)`: \(later?.message ?? "")")
  }

  /// Where nothing that can be put in place works, there is no fix.
  @Test(arguments: [
    ("set c1 stance", "values: favor, against"), ("set c1 stance=", "values: favor, against"),
    ("claim 3 stance", "values: favor, against"), ("claim 3 verdict", "`verdict=\"…\"`"),
    ("set ida kind", "values on Claim: fact"), ("set c1 ref", "databases: wikidata, local"),
    ("set c1 ref=", "databases: wikidata, local"), ("claim 3 ref", "databases: wikidata"),
    ("set c1 ref=wikidata:", "missing behind `wikidata:`"),
    ("set c1 ref=local:", "missing behind `local:`"), ("set c1 ref=\"\"", "DATABASE:KEY"),
    ("set ida ref=wikidta:x", "takes no references"), ("claim 3 by", "needs an annotation"),
    ("set c1 note=\"x\"", "the command `note`"),
    ("claim 3 note=\"x\"", "the command `note`"), ("set c1 by=ida", "`link c1 by …`"),
    ("set c1 abuot=t1", "no attribute"), ("set in 1 stance=favor", "where (claim by s1)"),
    ("claim 3 nonsense", "not expected"), ("review \"Moss\"[2]", "as LABEL"),
  ]) func isNotOfferedWhereNoneWorks(_ line: String, _ words: String) throws {
    var interpreter = try opened()
    if line.hasPrefix("review") {
      try interpreter.workspace.current.release()
      interpreter = try opened([])
    }
    let failure = try #require(run(line, &interpreter), "`\(line)` does not fail")
    #expect(failure.fix == nil, "`\(line)`: \(failure.fix ?? "")")
    let said = ([failure.message] + failure.notes).joined(separator: "\n")
    #expect(said.contains(words), "\(said)")
  }

  // MARK: Running

  private func run(_ line: String, _ interpreter: inout Interpreter) -> Diagnostic? {
    var reader = interpreter.reader(of: line)
    while let outcome = interpreter.next(of: &reader) {
      if case .failed(_, let diagnostic) = outcome { return diagnostic }
    }
    return nil
  }

  private func opened(_ lines: [String] = beginning) throws -> Interpreter {
    for name in folder.names() { folder.remove(name) }
    try folder.write(SampleArticle.bytes("ferry") ?? [], to: "ferry.txt")
    let folder = folder
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        try Session.open(
          SessionRequest(article: path, access: .interactive), schema: .news,
          now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
      },
      script: { _ throws(DiagnosticError) in [] },
      standoff: { _ throws(DiagnosticError) in [] })
    var workspace = Workspace(door: .prompt, opener: opener)
    workspace.interlocutor = ScriptedPerson()
    try workspace.open(folder("ferry.txt"))
    var interpreter = Interpreter(workspace: workspace)
    for line in lines {
      let failure = run(line, &interpreter)
      try #require(failure == nil, "`\(line)`: \(failure?.message ?? "")")
    }
    return interpreter
  }
}
