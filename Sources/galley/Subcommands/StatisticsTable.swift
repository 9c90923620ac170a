import CommandLanguage
import Standoff

/// Prints what was counted, a line each file, and all of it together at the end.
struct StatisticsTable {
  /// How it is printed.
  let format: Settings.Format
  /// Whether labels are coloured.
  let usesColor: Bool
  /// Whether a file could not be read.
  private(set) var hasFailed = false

  private var all = Statistics()
  /// The schema of the first file, for the order of the labels of all.
  private var schema: Schema?
  private var told: Set<Diagnostic> = []

  /// Creates an empty table.
  init(format: Settings.Format, usesColor: Bool) {
    self.format = format
    self.usesColor = usesColor
  }

  /// Prints the counts of a file, or why there are none; what keeps many files waiting is said once.
  mutating func take(_ count: Result<FileCounting.Count, DiagnosticError>) {
    switch count {
    case .success(let count):
      all.add(count.statistics)
      let row = row(count)
      if format == .text, schema == nil { StandardStream.output.write(lines: [Statistics.rowHead]) }
      if schema == nil { schema = count.schema }
      StandardStream.output.write(lines: [row])
    case .failure(let error):
      hasFailed = true
      guard told.insert(error.diagnostic).inserted else { return }
      StandardStream.error.write(lines: TextRenderer(schema: .news).lines(of: error.diagnostic))
    }
  }

  /// Prints the counts of all files, label by label, for people.
  func end() {
    guard format == .text, let schema else { return }
    let renderer = TextRenderer(schema: schema, usesColor: usesColor)
    StandardStream.output.write(lines: all.lines(in: schema).map { renderer.line($0) })
  }

  private func row(_ count: FileCounting.Count) -> String {
    switch format {
    case .json:
      JSONValue.object(count.statistics.members(file: count.file, in: count.schema)).encoded()
    case .text: TextRenderer(schema: count.schema).line(count.statistics.row(of: count.file))
    }
  }
}
