package import Standoff

/// Which way `next` and `back` go.
package enum WalkDirection: Sendable {
  case forward
  case backward
}

extension Workspace {
  /// How many paragraphs `next` and `back` show at a time.
  private static let step = 3

  /// Shows what comes next, paragraphs or an annotation of a label, and remembers where that is.
  package mutating func walk(
    _ direction: WalkDirection, to label: Word?
  ) throws(DiagnosticError) -> Report {
    guard let label else { return try walkParagraphs(direction) }
    let name: String
    if let known = vocabulary.label(label.text), schema.label(exactly: known) == nil {
      name = known
    } else {
      name = try schema.markingLabel(label).name
    }
    let candidates = try annotations.annotations(labeled: name).filter { !$0.isArticleLevel }
    guard let found = neighbour(direction, among: candidates) else {
      let way = direction == .forward ? "after" : "before"
      return Report(echo: StyledText("no \(name.lowercased()) \(way) this place", .faint))
    }
    position = found.extent
    last = found.id
    var report = Report()
    for scope in try article.layout.paragraphs(around: [found.ranges]) {
      report.items.append(.page(try page(of: scope)))
    }
    report.items.append(.annotation(try self.report(of: found.id)))
    return report
  }

  /// The annotation after or before the one last walked to; where none was, or something else was shown
  /// since, the first that begins at or after the start of what was last shown, or the last that begins
  /// before it.
  private func neighbour(
    _ direction: WalkDirection, among candidates: [Annotation]
  ) -> Annotation? {
    let start = position?.lower ?? 0
    let here = candidates.firstIndex { $0.id == last && $0.extent == position }
    switch direction {
    case .forward:
      guard let here else { return candidates.first { $0.extent.lower >= start } }
      return here + 1 < candidates.count ? candidates[here + 1] : nil
    case .backward:
      guard let here else { return candidates.last { $0.extent.lower < start } }
      return here > 0 ? candidates[here - 1] : nil
    }
  }

  private mutating func walkParagraphs(
    _ direction: WalkDirection
  ) throws(DiagnosticError) -> Report {
    let paragraphs = try article.layout.paragraphs
    let shown: Range<Int>
    switch direction {
    case .forward:
      let end = position?.upper ?? 0
      let start = paragraphs.firstIndex { $0.range.lower >= end } ?? paragraphs.count
      shown = start..<min(paragraphs.count, start + Self.step)
    case .backward:
      let start = position?.lower ?? 0
      let end = paragraphs.firstIndex { $0.range.upper > start } ?? paragraphs.count
      shown = max(0, end - Self.step)..<end
    }
    guard let first = shown.first, let last = shown.last else {
      let end = direction == .forward ? "end" : "beginning"
      return Report(echo: StyledText("this is the \(end) of the article", .faint))
    }
    let scope = TextRange(paragraphs[first].range.lower, paragraphs[last].range.upper)
    position = scope
    return Report([.page(try page(of: scope))])
  }
}
