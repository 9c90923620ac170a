/// A standoff file rewritten for a new edition of its article.
struct ReanchoredFile {
  /// The file.
  let bytes: [UInt8]
  /// What was taken out of it; `nil` where nothing was.
  let parked: ParkedSection?

  /// Rewrites the lines of what was moved or changed and takes out those of what was lost.
  ///
  /// A file whose lines stood in the order of the text has them so again.
  init(_ set: AnnotationSet, on new: Article, _ spans: [QuotedSpan], _ fates: [SpanFate]) {
    let store = set.store
    var rewritten: [UInt32: [UInt8]] = [:]
    var lost: Set<UInt32> = []
    for (span, fate) in zip(spans, fates) {
      switch fate.kind {
      case .kept: break
      case .lost: lost.insert(span.row)
      case .moved: rewritten[span.row] = Self.movedLine(span, fate.newRanges, in: set, new)
      case .changed: rewritten[span.row] = Self.line(span, fate.newRanges, in: set, new)
      }
    }
    guard !rewritten.isEmpty || !lost.isEmpty else {
      bytes = set.encoded()
      parked = nil
      return
    }
    let gone = Self.belongings(of: lost, in: store)
    var kept: [UInt8] = []
    kept.reserveCapacity(store.liveBytes)
    for row in store.order {
      if let line = rewritten[row] {
        kept += line
      } else if !gone.contains(row) {
        kept += store.bytes(of: row)
      } else if store.kind(of: row) == .group,
        let rest = Self.rest(of: row, without: gone, in: store)
      {
        kept += rest
      }
    }
    var result = AnnotationSet(parsing: kept, of: new)
    if !rewritten.isEmpty, set.isCanonical, !result.isCanonical { result = result.inOrder }
    bytes = result.encoded()
    parked = gone.isEmpty ? nil : ParkedSection(of: gone, lost, in: set, spans)
  }

  /// The line of a span whose words stand elsewhere: other offsets, and all else as it was.
  private static func movedLine(
    _ span: QuotedSpan, _ ranges: [TextRange], in set: AnnotationSet, _ new: Article
  ) -> [UInt8] {
    if span.isArticleLevel { return line(span, ranges, in: set, new) }
    let fragments = span.fragments(movedTo: ranges, in: new)
    let data = StandoffWriter.textBound(label: span.label, fragments: fragments)
    let line = set.store.bytes(of: span.row)
    let content = line.prefix(line.span.content(of: 0..<line.count).count)
    return Array("\(span.id)\t\(data)\t".utf8) + span.column + line.dropFirst(content.count)
  }

  /// The line of a span on its new stretches.
  private static func line(
    _ span: QuotedSpan, _ ranges: [TextRange], in set: AnnotationSet, _ new: Article
  ) -> [UInt8] {
    let line = set.store.bytes(of: span.row)
    let content = line.prefix(line.span.content(of: 0..<line.count).count)
    let fragments = new.splitting(ranges)
    let data = StandoffWriter.textBound(label: span.label, fragments: fragments)
    let text = StandoffWriter.text(of: fragments, in: new)
    // Where the line quotes what stands in the article, all behind that stays; else what stands behind
    // a second tab.
    var extra = span.column.drop { $0 != .tab }
    if span.stretches != nil {
      let quoted = span.fragments.map { set.article.text(in: $0) }.joined(separator: " ")
      extra = span.column.dropFirst(quoted.utf8.count)
    }
    return Array("\(span.id)\t\(data)\t\(text)".utf8) + extra + line.dropFirst(content.count)
  }

  /// The rows of some spans with those of all that cannot be without them: attributes, references,
  /// notes and events on them, relations and groups that they are part of, and what is on those.
  static func belongings(of spans: Set<UInt32>, in store: LineStore) -> Set<UInt32> {
    var gone = spans
    var waiting = Array(spans)
    while let row = waiting.popLast() {
      let id = store.idIndex(of: row)
      guard id != .none else { continue }
      for link in store.links(to: id) where gone.insert(link.owner).inserted {
        waiting.append(link.owner)
      }
    }
    return gone
  }

  /// The line of a group without the members that are gone; `nil` where fewer than two are left.
  private static func rest(
    of row: UInt32, without gone: Set<UInt32>, in store: LineStore
  ) -> [UInt8]? {
    let members = store.links(of: row).filter { link in
      store.row(ofID: link.target).map { !gone.contains($0) } ?? true
    }
    guard members.count >= 2 else { return nil }
    let ids = members.map { store.writtenID($0.target).description }.joined(separator: " ")
    let line = store.bytes(of: row)
    let end = line.dropFirst(line.span.content(of: 0..<line.count).count)
    return Array("*\t\(store.label(of: row)) \(ids)".utf8) + end
  }
}

extension AnnotationSet {
  /// The set with its lines in the order of the clean profile; each keeps its bytes.
  var inOrder: AnnotationSet {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(store.liveBytes + 1)
    for row in store.canonicalRows() {
      bytes += store.bytes(of: row)
      if bytes.last != .lineFeed { bytes.append(.lineFeed) }
    }
    return AnnotationSet(parsing: bytes, of: article)
  }
}
