import Standoff

/// A folder with an article in it, to open sessions on.
final class Desk {
  static let article = "Mayor Ada Brook spoke.\n\n“The bridge is safe,” she said.\n"

  let scratch: Scratch
  private var time = 1_777_000_000

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.article, to: "bridge.txt")
  }

  func open(
    _ access: SessionRequest.Access, annotator: String? = nil, into: String? = nil,
    isDryRun: Bool = false, on disk: any Disk = FaultyDisk()
  ) throws -> Session {
    try Session.open(
      SessionRequest(
        article: scratch("bridge.txt"), annotator: annotator, into: into.map { scratch($0) },
        access: access, isDryRun: isDryRun),
      schema: .news, now: { [unowned self] in tick() }, pid: 4242, on: disk)
  }

  private func tick() -> Timestamp {
    time += 1
    return Timestamp(seconds: time)
  }

  /// The standoff file; `nil` where there is none.
  var standoff: String? { scratch.text("bridge.ann") }

  var journal: [String] {
    (scratch.text(".galley/bridge.ann.journal") ?? "").split(separator: "\n").map(String.init)
  }
}

extension Session {
  /// Puts a line into the standoff file, at the end where no place is named.
  func add(_ line: String, at place: Int? = nil, name: String? = nil) throws {
    let bytes = Array((line + "\n").utf8)
    let id = AnnotationID(String(line.prefix { $0 != "\t" }))
    try perform(
      Edit(hunks: [.init(line: place ?? annotations.lineCount, removed: [], added: [bytes])]),
      as: "tag \(id)", names: name.map { [$0: id] } ?? [:])
  }

  /// Takes a line out of the standoff file, by its number from 0.
  func remove(_ number: Int) throws {
    let line = annotations.line(number)
    try perform(
      Edit(hunks: [.init(line: number, removed: [line], added: [])]), as: "untag \(number)")
  }

  /// The standoff file as it would be saved.
  var text: String { String(decoding: annotations.encoded(), as: UTF8.self) }

  var noticeNames: [String] { notices.map(\.name.rawValue) }
}

/// The name of the diagnostic that `body` throws.
func failure(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let error as DiagnosticError {
    return error.diagnostic.name.rawValue
  } catch {
    return "\(error)"
  }
}
