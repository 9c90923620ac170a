/// The lines of a set by their rows, for programs that go through all lines of many sets and cannot
/// make a value of each.
///
/// Rows are those of the set as it is; a set that was changed has others. A class, for a set has some
/// thirty references, which are all counted where it is copied.
package final class StandoffLines: Sendable {
  /// The set.
  package let annotations: AnnotationSet

  /// Looks at the lines of a set.
  package init(_ annotations: AnnotationSet) { self.annotations = annotations }

  /// Reads a file, whose lines nobody else needs.
  package init(parsing bytes: [UInt8], of article: Article) {
    annotations = AnnotationSet(parsing: bytes, of: article)
  }

  /// How many rows there are; every row is below.
  package var count: Int { annotations.store.rowCount }

  /// The rows of the lines that can be used, in the order of the file.
  package var rows: [UInt32] {
    annotations.store.usedRows
  }

  /// How many annotations of `T` lines there are.
  package var spanCount: Int { annotations.store.text.count }

  /// An annotation of a `T` line.
  package struct SpanRow {
    /// The row.
    package let row: UInt32
    /// The index of its label.
    package let name: UInt32
    /// The first start and the last end.
    package let lower: UInt32, upper: UInt32
    /// Whether it has several stretches in the file.
    package let isDiscontinuous: Bool
  }

  /// Hands over the annotations of `T` lines in the order of the text.
  package func forEachSpan(_ body: (SpanRow) -> Void) { annotations.store.forEachSpan(body) }

  /// Whether no `T` quotes other words than the article has there.
  ///
  /// Of most lines reading them has shown it.
  package var quotesFit: Bool {
    for row in annotations.store.uncertainQuotes where quotes(row) == false { return false }
    return true
  }

  /// How many names there are; the index of each is below.
  package var nameCount: Int { annotations.store.names.count }

  /// The name with an index.
  package func name(at index: UInt32) -> String { annotations.store.names[index] }

  /// What a line says.
  package func kind(of row: UInt32) -> LineKind { annotations.store.kind(of: row) }

  /// The index of the label or name of a line.
  package func nameIndex(of row: UInt32) -> UInt32 { annotations.store.labelIndex(of: row) }

  /// The label or name of a line.
  package func name(of row: UInt32) -> String { annotations.store.label(of: row) }

  /// The id of a line.
  package func id(of row: UInt32) -> AnnotationID { annotations.store.id(of: row) }

  /// The row of the line that has an id; `nil` where none has.
  package func row(of id: AnnotationID) -> UInt32? { annotations.store.row(of: id) }

  /// Whether the first of two lines has the lower id.
  package func idPrecedes(_ left: UInt32, _ right: UInt32) -> Bool {
    annotations.store.idPrecedes(left, right)
  }

  /// Whether lines of this name can be in the file.
  package func hasName(_ name: String) -> Bool { annotations.store.names.index(of: name) != nil }

  /// The first start and the last end of a `T`.
  package func extent(of row: UInt32) -> (lower: UInt32, upper: UInt32) {
    let entry = annotations.store.entry(of: row)
    return (entry.start, entry.end)
  }

  /// Whether a `T` is on the whole article.
  package func isArticleLevel(_ row: UInt32) -> Bool {
    annotations.isArticleLevel(row, scope: annotations.scopeName)
  }

  /// The stretches of a `T`, joined over line breaks.
  package func ranges(of row: UInt32) -> [TextRange] {
    annotations.article.joining(annotations.store.ranges(of: row))
  }

  /// Whether a `T` quotes the words that the article has there, a line end as a blank if need be; `nil`
  /// where it quotes nothing.
  package func quotes(_ row: UInt32) -> Bool? {
    if annotations.store.rows[row].words >= .fitting { return true }
    guard let tail = annotations.store.tail(of: row), !tail.isEmpty else { return nil }
    let fragments = annotations.store.ranges(of: row)
    guard fragments.allSatisfy({ $0.upper.value <= annotations.article.scalarCount }) else {
      return false
    }
    if fragments.count == 1 {
      if annotations.article.isQuoted(fragments[0], by: tail.span) { return true }
      let words = annotations.article.text(in: fragments[0]).utf8
      if tail.starts(with: words) { return true }
      // A line cannot quote a line end, so that other tools have a blank for it.
      return words.contains(.lineFeed)
        && tail.split(whereSeparator: \.isBlank)
          .starts(with: Array(words).split(whereSeparator: \.isBlank))
    }
    return [" ", ""].contains { separator in
      let words = fragments.map { annotations.article.text(in: $0) }.joined(separator: separator)
      return tail.starts(with: words.utf8)
    }
  }

  /// The rows of the lines that a line names, in its order; `nil` for one that no line has.
  package func targets(of row: UInt32) -> [UInt32?] {
    annotations.store.targets(of: row)
  }

  /// The row of the first line that a line names; `nil` where no line has that id.
  package func target(of row: UInt32) -> UInt32? {
    annotations.store.firstTarget(of: row)
  }

  /// The row of the line that a line names at a number below ``mentionCount(of:)``; `nil` where no line
  /// has that id.
  package func target(of row: UInt32, _ mention: Int) -> UInt32? {
    // The store is not copied, which has many references.
    annotations.store.row(
      ofID: annotations.store.links[annotations.store.firstLink(of: row) + UInt32(mention)].target)
  }

  /// The value of an attribute; `nil` where it has none.
  package func value(ofAttribute row: UInt32) -> String? {
    annotations.store.value(ofAttribute: row)
  }

  /// The index of the name of the role that a line gives to what it names at a number; `nil` where it
  /// gives none.
  package func roleIndex(of row: UInt32, _ mention: Int) -> UInt32? {
    let role = annotations.store.links[
      annotations.store.firstLink(of: row) + UInt32(mention)
    ].role
    return role == .none ? nil : role
  }

  /// The bytes of the value of an attribute; `nil` where it has none.
  package func valueBytes(ofAttribute row: UInt32) -> ArraySlice<UInt8>? {
    annotations.store.valueBytes(ofAttribute: row)
  }

  /// The line taken apart.
  package func record(_ row: UInt32) -> StandoffRecord { annotations.record(row) }

  /// The bytes of the line without its line end.
  package func content(of row: UInt32) -> [UInt8] { annotations.store.content(of: row) }
}

extension LineStore {
  fileprivate func forEachSpan(_ body: (StandoffLines.SpanRow) -> Void) {
    text.forEach { row in
      let entry = entry(of: row)
      body(
        StandoffLines.SpanRow(
          row: row, name: labelIndex(of: row), lower: entry.start, upper: entry.end,
          isDiscontinuous: kind(of: row) == .discontinuous))
    }
  }

  /// The rows of `T` lines of which reading has not shown that their words are those of the article.
  fileprivate var uncertainQuotes: [UInt32] {
    var found: [UInt32] = []
    for row in 0..<UInt32(rowCount) {
      let line = rows[row]
      if line.kind.isTextBound, line.words < .fitting { found.append(row) }
    }
    return found
  }
}

extension Article {
  /// Whether `quoted` are the words in a stretch, each line feed in them as some blank.
  fileprivate func isQuoted(_ range: TextRange, by quoted: Span<UInt8>) -> Bool {
    let places = byteRange(of: range)
    guard places.count == quoted.count else { return false }
    let bytes = contents.bytes
    let text = bytes.span
    for own in quoted.indices {
      let byte = text[places.lowerBound + own]
      if byte != quoted[own], byte != .lineFeed || !quoted[own].isBlank { return false }
    }
    return true
  }

  /// A `T` line of the clean profile, without its line end.
  package func spanLine(_ id: AnnotationID, label: String, on ranges: [TextRange]) -> [UInt8] {
    let fragments = splitting(ranges)
    let data = StandoffWriter.textBound(label: label, fragments: fragments)
    return Array("\(id)\t\(data)\t\(StandoffWriter.text(of: fragments, in: self))".utf8)
  }
}

extension AnnotationID {
  /// The id that galley gives to a line of a family that says `content`, next after those that are
  /// taken.
  package static func stable(
    _ family: Unicode.Scalar, of content: String, taken: (AnnotationID) -> Bool
  ) -> AnnotationID {
    AnnotationID(
      StableID.id(family, of: content) { taken(AnnotationID($0.description)) }.description)
  }
}
