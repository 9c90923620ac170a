package import Standoff

/// Turns styled lines into what goes to a terminal or a pipe.
package struct TextRenderer: Sendable {
  /// Whether roles become colours; without, only the words are left.
  package var usesColor: Bool
  /// The columns that pages are laid out for, and lines are broken at.
  package var columns: Int
  /// The label colours.
  package var schema: Schema
  /// Whether lines are broken at the columns, as they are where a person reads them; documents, such
  /// as scripts and schemas, never are.
  package var wraps = false

  /// Creates a renderer.
  package init(schema: Schema, usesColor: Bool = false, columns: Int = 80) {
    self.schema = schema
    self.usesColor = usesColor
    self.columns = columns
  }

  /// The line without its line end; controls in it are made visible.
  package func line(_ line: StyledText) -> String { self.line(line, keepsTabs: false) }

  /// The same; tabs may belong to the line, as in a file that is printed.
  fileprivate func line(_ line: StyledText, keepsTabs: Bool) -> String {
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
    var data: [String] = []
    let echoes = lines(of: report) {
      data += $0
      return true
    }
    return (data, echoes)
  }

  /// Hands over the data of a report as it is made, some lines at a time without their line ends,
  /// and returns what only tells a person what happened.
  ///
  /// - Parameter take: returns whether more is wanted.
  package func lines(of report: Report, handingTo take: ([String]) -> Bool) -> [String] {
    let echoes = withoutActuallyEscaping(take) { take in
      var writer = ReportWriter(renderer: self, take: take)
      writer.write(report.items)
      return writer.echoes
    }
    let told = echoes + report.remarks
    return told.flatMap(broken).map(line)
  }

  /// The lines that show what an act touched, each without its line end.
  package func lines(of touched: TouchedSentences) -> [String] {
    touched.lines(columns: columns).map(line)
  }

  /// The lines of a diagnostic, each without its line end.
  package func lines(of diagnostic: Diagnostic) -> [String] {
    text(of: diagnostic).lines.map(line)
  }

  /// A diagnostic, its sentences broken where lines are.
  fileprivate func text(of diagnostic: Diagnostic) -> DiagnosticText {
    DiagnosticText(diagnostic, columns: wraps ? columns : .max)
  }

  /// The lines that a line becomes.
  fileprivate func broken(_ line: StyledText) -> [StyledText] {
    wraps ? line.wrapped(to: columns) : [line]
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

/// The walk through a report's items.
private struct ReportWriter {
  let renderer: TextRenderer
  let take: ([String]) -> Bool
  private(set) var echoes: [StyledText] = []
  private var isFirst = true

  init(renderer: TextRenderer, take: @escaping ([String]) -> Bool) {
    self.renderer = renderer
    self.take = take
  }

  /// Hands over what the items say; whether more is wanted.
  @discardableResult
  mutating func write(_ items: some Sequence<Report.Item>) -> Bool {
    for item in items {
      guard write(item) else { return false }
    }
    return true
  }

  private mutating func write(_ item: Report.Item) -> Bool {
    switch item {
    case .annotation(let annotation): hand(over: renderer.broken(AnnotationLine(annotation).text))
    case .detail(let annotation):
      hand(over: AnnotationDetail(annotation).lines.flatMap(renderer.broken))
    case .hit(let hit):
      hand(over: renderer.broken(HitLine(hit, columns: renderer.columns).text))
    case .finding(let diagnostic): hand(over: renderer.text(of: diagnostic).lines)
    case .page(let page):
      hand(
        over: (isFirst ? [] : [StyledText()])
          + ArticlePageLayout(page, columns: renderer.columns).lines)
    case .line(let line): hand(over: renderer.broken(line))
    case .text(let line):
      hand(over: line.hang == nil ? [line] : renderer.broken(line), keepsTabs: true)
    case .several(let items): write(items)
    case .echo(let line): keep(line)
    case .object: true
    }
  }

  private mutating func hand(over lines: [StyledText], keepsTabs: Bool = false) -> Bool {
    isFirst = isFirst && lines.isEmpty
    return take(lines.map { renderer.line($0, keepsTabs: keepsTabs) })
  }

  private mutating func keep(_ echo: StyledText) -> Bool {
    echoes.append(echo)
    return true
  }
}
