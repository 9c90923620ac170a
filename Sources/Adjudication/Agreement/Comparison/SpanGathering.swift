import Standoff

/// Sorts what annotators marked into the passages that at least two of them have read.
struct SpanGathering {
  private struct Key: Hashable {
    let annotator: Int
    let reason: LeftOut.Reason
  }

  private let article: Article
  private var spans: [[Passage.Span]]
  private var counts: [Key: Int] = [:]

  init(_ article: Article, count: Int) {
    self.article = article
    spans = Array(repeating: [], count: count)
  }

  /// Takes the annotations of one annotator, without making a value of each.
  mutating func take(_ lines: StandoffLines, of annotator: Int) {
    let names = (0..<UInt32(lines.nameCount)).map { lines.name(at: $0) }
    let hasScopes = lines.hasName(Annotation.scopeName)
    let rows = lines.rowsInTextOrder
    var found: [Passage.Span] = []
    found.reserveCapacity(rows.count)
    for row in rows {
      let (lower, upper) = lines.extent(of: row)
      if hasScopes, lines.isArticleLevel(row) {
        leaveOut(.wholeArticle, of: annotator)
      } else if Int(upper) > article.scalarCount {
        leaveOut(.beyondEnd, of: annotator)
      } else {
        let label = names[Int(lines.nameIndex(of: row))]
        let unit =
          lines.isDiscontinuous(row)
          ? Continuum.Unit(lines.ranges(of: row), label: label)
          : Continuum.Unit(TextRange(Int(lower), Int(upper)), label: label)
        if let unit {
          found.append(Passage.Span(unit: unit, row: row))
        } else {
          leaveOut(.empty, of: annotator)
        }
      }
    }
    spans[annotator] = found
    leaveOut(.event, of: annotator, count: lines.annotations.events.count)
    leaveOut(.unreadable, of: annotator, count: lines.annotations.malformed.count)
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
    let stretches = Self.stretches(read: read)
    let borders = article.layout.paragraphs.dropFirst().map(\.range.lower.value)
    var passages: [Passage] = []
    var nexts = Array(repeating: 0, count: spans.count)
    for (scope, readers) in stretches {
      var inside: [[Passage.Span]] = Array(repeating: [], count: spans.count)
      for reader in readers {
        let list = spans[reader]
        let first = nexts[reader]
        while nexts[reader] < list.count, list[nexts[reader]].unit.extent.lower < scope.upper {
          nexts[reader] += 1
        }
        let found = list[first..<nexts[reader]]
        let reaching = found.count { !scope.contains($0.unit.extent) }
        leaveOut(.reachesOut, of: reader, count: reaching)
        if readers.count == 1 {
          leaveOut(.readAlone, of: reader, count: found.count - reaching)
        } else if reaching > 0 {
          inside[reader] = found.filter { scope.contains($0.unit.extent) }
        } else {
          inside[reader] = found.count == list.count ? list : Array(found)
        }
      }
      guard readers.count > 1 else { continue }
      passages.append(
        Passage(
          scope: scope, readers: readers, spans: inside,
          borders: borders.filter { scope.lower.value < $0 && $0 < scope.upper.value }))
    }
    for (reader, next) in nexts.enumerated() {
      leaveOut(.reachesOut, of: reader, count: spans[reader].count - next)
    }
    return passages
  }

  /// The longest stretches that the same annotators have read, in order, those nobody has left out.
  private static func stretches(read: [[TextRange]]) -> [(scope: TextRange, readers: [Int])] {
    let cuts = Set(read.joined().flatMap { [$0.lower, $0.upper] }).sorted()
    var found: [(scope: TextRange, readers: [Int])] = []
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
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
