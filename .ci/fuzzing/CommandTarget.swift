import CommandLanguage
import Glibc
import Standoff

/// Command lines: any text is carried out or refused, completed and aimed with.
///
/// The sessions are dry runs, so that nothing is written.
struct CommandTarget: Sendable {
  private let folder: String
  private let path: String

  init() {
    var template = Array("/tmp/galley-fuzz-XXXXXX".utf8CString)
    _ = unsafe mkdtemp(&template)
    folder = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/pier.txt"
    let text = """
      Pier to close

      The board’s chair, Ida Moss, said “no money is left” on 1.5. “We asked everyone,” Moss said.

      “Nobody asked us,” said Tom Reyes, a U.S. pilot of 서울 Street’s cafe\u{301} 👩‍👩‍👧. Moss knew.
      """
    try? AtomicFile().write(Array(text.utf8), to: path)
  }

  func read(_ bytes: [UInt8]) {
    // An expression that runs away is given up after half a second, so there may be a few.
    guard bytes.count(where: { $0 == UInt8(ascii: "/") }) <= 8,
      let text = String(validating: bytes, as: UTF8.self),
      let session = try? Session.open(
        SessionRequest(article: path, access: .script, isDryRun: true), schema: .news,
        now: { Timestamp(seconds: 1_700_000_000) }, pid: 4711)
    else { return }
    let opener = Workspace.Opener(
      session: { path throws(DiagnosticError) in
        throw DiagnosticError(.nothingOpen, "nothing else is opened: \(path)")
      }, script: { _ in [] })
    let door: Workspace.Door = bytes.count.isMultiple(of: 2) ? .prompt : .script
    let interpreter = Interpreter(workspace: Workspace(session, door: door, opener: opener))
    let line = String(text.unicodeScalars.prefix(80).filter { $0 != "\n" })
    let cursor = line.unicodeScalars.count
    _ = Completion(of: line, cursor: cursor, in: interpreter)
    _ = Aim(of: line, cursor: cursor, in: interpreter)?.hit
    var runner = ScriptRunner(interpreter: interpreter, keepsGoing: true)
    let renderer = TextRenderer(schema: .news)
    _ = runner.run([.init(name: "input", text: text)]) { outcome, _ in
      switch outcome {
      case .done(let verb, let report):
        require(
          renderer.lines(of: report).data.allSatisfy(Self.isHarmless), "`\(verb)` is harmless")
      case .failed(_, let diagnostic):
        require(renderer.lines(of: diagnostic).allSatisfy(Self.isHarmless), "an error is harmless")
      }
    }
    let set = session.annotations
    require(
      AnnotationSet(parsing: set.encoded(), of: session.article).hasSameLines(as: set),
      "what was done reads back")
    require(
      Validator().findings(in: set, schema: .news).allSatisfy {
        $0.severity != .error || Self.leftByRelabelling.contains($0.name.rawValue)
      }, "what was done is valid")
  }

  /// What `relabel` keeps for the editor to decide, and says so.
  private static let leftByRelabelling = ["unknown-attribute", "unknown-relation", "relation-end"]

  /// Whether a terminal would do no more with the line than show it.
  private static func isHarmless(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" || $0 == "\t" }
  }
}
