import Standoff

/// Sorts what annotators marked into the passages that at least two of them have read.
struct SpanGathering {
  private struct Key: Hashable {
    let annotator: Int
    let reason: LeftOut.Reason
  }

  /// What one annotator marked, in the order of the text.
  fileprivate struct Marked {
    var units: [Continuum.Unit] = []
    /// The rows of the lines.
    var rows: [UInt32] = []
    /// The indices of the labels among the names of the file.
    var names: [UInt32] = []
  }

  private let article: Article
  private var marked: [Marked]
  private var counts: [Key: Int] = [:]

  init(_ article: Article, count: Int) {
    self.article = article
    marked = Array(repeating: Marked(), count: count)
  }

  /// Takes the annotations of one annotator, without making a value of each.
  mutating func take(_ lines: StandoffLines, of annotator: Int) {
    let names = (0..<UInt32(lines.nameCount)).map { lines.name(at: $0) }
    var spans: [StandoffLines.SpanRow] = []
    spans.reserveCapacity(lines.spanCount)
    lines.forEachSpan { spans.append($0) }
    let end = article.scalarCount
    let hasScopes = lines.hasName(Annotation.scopeName)
    let arePlain = spans.allSatisfy {
      !$0.isDiscontinuous && $0.lower < $0.upper && Int($0.upper) <= end
    }
    if arePlain, !hasScopes {
      marked[annotator] = Marked(
        units: spans.map {
          Continuum.Unit(
            covering: TextRange(Int($0.lower), Int($0.upper)), label: names[Int($0.name)])
        }, rows: spans.map(\.row), names: spans.map(\.name))
    } else {
      for span in spans { take(span, lines, names, of: annotator, hasScopes: hasScopes) }
    }
    leaveOut(.event, of: annotator, count: lines.annotations.events.count)
    leaveOut(.unreadable, of: annotator, count: lines.annotations.malformed.count)
  }

  private mutating func take(
    _ span: StandoffLines.SpanRow, _ lines: StandoffLines, _ names: [String], of annotator: Int,
    hasScopes: Bool
  ) {
    if hasScopes, lines.isArticleLevel(span.row) {
      leaveOut(.wholeArticle, of: annotator)
    } else if Int(span.upper) > article.scalarCount {
      leaveOut(.beyondEnd, of: annotator)
    } else {
      let label = names[Int(span.name)]
      let unit =
        span.isDiscontinuous
        ? Continuum.Unit(lines.ranges(of: span.row), label: label)
        : Continuum.Unit(TextRange(Int(span.lower), Int(span.upper)), label: label)
      if let unit {
        marked[annotator].units.append(unit)
        marked[annotator].rows.append(span.row)
        marked[annotator].names.append(span.name)
      } else {
        leaveOut(.empty, of: annotator)
      }
    }
  }

  private mutating func leaveOut(_ reason: LeftOut.Reason, of annotator: Int, count: Int = 1) {
    if count > 0 { counts[Key(annotator: annotator, reason: reason), default: 0] += count }
  }

  /// What was left out, by annotator, then in the order of the reasons.
  func leftOut(_ annotators: [String]) -> [LeftOut] {
    annotators.indices.flatMap { annotator in
      LeftOut.Reason.allCases.compactMap { reason in
        counts[Key(annotator: annotator, reason: reason)].map {
          LeftOut(reason, of: annotators[annotator], count: $0)
        }
      }
    }
  }

  /// The passages that two or more have read; `read` says what each has.
  mutating func passages(read: [[TextRange]]) -> [Passage] {
    var passages: [Passage] = []
    var nexts = Array(repeating: 0, count: marked.count)
    for (scope, readers) in Self.stretches(read: read) {
      var inside = Array(repeating: Marked(), count: marked.count)
      for reader in readers {
        let first = nexts[reader]
        nexts[reader] = marked[reader].firstPlace(from: first, at: scope.upper)
        let found = first..<nexts[reader]
        let contained = marked[reader].only(in: scope, among: found)
        leaveOut(.reachesOut, of: reader, count: found.count - contained.units.count)
        if readers.count == 1 {
          leaveOut(.readAlone, of: reader, count: contained.units.count)
        } else {
          inside[reader] = contained
        }
      }
      guard readers.count > 1 else { continue }
      passages.append(
        Passage(
          article: article, scope: scope, readers: readers, units: inside.map(\.units),
          rows: inside.map(\.rows), names: inside.map(\.names)))
    }
    for (reader, next) in nexts.enumerated() {
      leaveOut(.reachesOut, of: reader, count: marked[reader].units.count - next)
    }
    return passages
  }

  /// The longest stretches that the same annotators have read, in order, those nobody has left out.
  private static func stretches(read: [[TextRange]]) -> [(scope: TextRange, readers: [Int])] {
    var cuts: [ScalarOffset] = []
    for range in read.joined() { cuts += [range.lower, range.upper] }
    cuts.sort()
    var found: [(scope: TextRange, readers: [Int])] = []
    for (lower, upper) in zip(cuts, cuts.dropFirst()) where lower < upper {
      let range = TextRange(lower, upper)
      let readers = read.indices.filter { read[$0].contains { $0.contains(range) } }
      guard !readers.isEmpty else { continue }
      if let last = found.last, last.readers == readers, last.scope.upper == lower {
        found[found.count - 1].scope = TextRange(last.scope.lower, upper)
      } else {
        found.append((range, readers))
      }
    }
    return found
  }
}

extension SpanGathering.Marked {
  /// The place of the first span from one on that begins at `end` or after it; the number of spans where
  /// none does.
  fileprivate func firstPlace(from start: Int, at end: ScalarOffset) -> Int {
    let units = units.span
    var place = start
    while place < units.count, units[place].extent.lower < end { place += 1 }
    return place
  }

  /// The spans that lie in a stretch, of those in some places.
  fileprivate func only(in scope: TextRange, among places: Range<Int>) -> Self {
    if places.count == units.count, areAll(in: scope) { return self }
    let inside = places.filter { scope.contains(units[$0].extent) }
    return Self(
      units: inside.map { units[$0] }, rows: inside.map { rows[$0] },
      names: inside.map { names[$0] })
  }

  private func areAll(in scope: TextRange) -> Bool {
    let units = units.span
    for place in units.indices where !scope.contains(units[place].extent) { return false }
    return true
  }
}
