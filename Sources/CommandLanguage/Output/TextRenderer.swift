package import Standoff

/// Turns styled lines into what goes to a terminal or a pipe.
package struct TextRenderer: Sendable {
  /// Whether roles become colours; without, only the words are left.
  package var usesColor: Bool
  /// The columns that pages are laid out for.
  package var columns: Int
  /// The label colours.
  package var schema: Schema
  /// Whether echoes and errors are broken at the columns, as they are where a person reads them.
  package var wrapsEchoes = false

  /// Creates a renderer.
  package init(schema: Schema, usesColor: Bool = false, columns: Int = 80) {
    self.schema = schema
    self.usesColor = usesColor
    self.columns = columns
  }

  /// The line without its line end; controls in it are made visible.
  package func line(_ line: StyledText) -> String { self.line(line, keepsTabs: false) }

  /// The same; tabs may belong to the line, as in a file that is printed.
  private func line(_ line: StyledText, keepsTabs: Bool) -> String {
    line.runs.reduce(into: "") { line, run in
      let codes = usesColor ? codes(for: run.role) : ""
      let text = keepsTabs ? Self.visibleButTabs(run.text) : run.text.visible
      line += codes.isEmpty ? text : "\u{1B}[\(codes)m" + text + "\u{1B}[0m"
    }
  }

  private static func visibleButTabs(_ text: String) -> String {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(\.visible)
      .joined(separator: "\t")
  }

  /// A report in lines, each without its line end: the data, and what only tells a person what
  /// happened.
  package func lines(of report: Report) -> (data: [String], echoes: [String]) {
    var lines: [StyledText] = []
    // Lines whose tabs are part of what is printed, as those of an `annotation.conf`.
    var documents: Set<Int> = []
    var echoes: [StyledText] = []
    for item in report.items {
      switch item {
      case .annotation(let annotation): lines.append(AnnotationLine(annotation).text)
      case .detail(let annotation): lines += AnnotationDetail(annotation).lines
      case .hit(let hit): lines.append(HitLine(hit, columns: columns).text)
      case .finding(let diagnostic): lines += DiagnosticText(diagnostic).lines
      case .page(let page):
        if !lines.isEmpty { lines.append(StyledText()) }
        lines += ArticlePageLayout(page, columns: columns).lines
      case .line(let line): lines.append(line)
      case .text(let line):
        lines.append(line)
        documents.insert(lines.count - 1)
      case .echo(let line): echoes.append(line)
      case .object: break
      }
    }
    let data = lines.enumerated().map { index, styled in
      line(styled, keepsTabs: documents.contains(index))
    }
    let told = echoes + report.remarks
    return (data, (wrapsEchoes ? told.flatMap { $0.wrapped(to: columns) } : told).map(line))
  }

  /// The lines that show what an act touched, each without its line end.
  package func lines(of touched: TouchedSentences) -> [String] {
    touched.lines(columns: columns).map(line)
  }

  /// The lines of a diagnostic, each without its line end.
  package func lines(of diagnostic: Diagnostic) -> [String] {
    DiagnosticText(diagnostic, columns: wrapsEchoes ? columns : .max).lines.map(line)
  }

  /// The parameters of the escape sequence that sets a role's look (ECMA-48, SGR).
  private func codes(for role: StyledText.Role) -> String {
    switch role {
    case .plain: ""
    case .strong: "1"
    case .faint: "2"
    case .label(let name): "1;" + color(of: name)
    case .span(let name): color(of: name)
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.note): "1;36"
    }
  }

  private func color(of label: String) -> String {
    String(schema.label(named: label)?.color?.code ?? 36)
  }
}
