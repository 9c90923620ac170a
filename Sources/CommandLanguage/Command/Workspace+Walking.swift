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
    let name = try schema.markingLabel(label).name
    let candidates = try annotations.annotations.filter {
      $0.label == name && !$0.isArticleLevel
    }
    let found =
      switch direction {
      case .forward: candidates.first { $0.extent.lower > position ?? -1 }
      case .backward: candidates.last { $0.extent.lower < position ?? 0 }
      }
    guard let found else {
      let way = direction == .forward ? "after" : "before"
      return Report(echo: StyledText("no \(name.lowercased()) \(way) this place", .faint))
    }
    position = found.extent.lower
    last = found.id
    var report = Report()
    for scope in try article.layout.paragraphs(around: [found.ranges]) {
      report.items.append(.page(try page(of: scope)))
    }
    report.items.append(.annotation(try self.report(of: found.id)))
    return report
  }

  private mutating func walkParagraphs(
    _ direction: WalkDirection
  ) throws(DiagnosticError) -> Report {
    let paragraphs = try article.layout.paragraphs
    let here = paragraphs.lastIndex { $0.range.lower <= position ?? -1 }
    let first =
      switch direction {
      case .forward: here.map { $0 + Self.step } ?? 0
      case .backward: (here ?? 0) - Self.step
      }
    guard !paragraphs.isEmpty, first < paragraphs.count, first > -Self.step else {
      let end = direction == .forward ? "end" : "beginning"
      return Report(echo: StyledText("this is the \(end) of the article", .faint))
    }
    let start = max(0, first)
    let end = min(paragraphs.count, start + Self.step)
    position = paragraphs[start].range.lower
    let scope = TextRange(paragraphs[start].range.lower, paragraphs[end - 1].range.upper)
    return Report([.page(try page(of: scope))])
  }
}
