extension AnnotationSet {
  /// The line of a row that is used as the clean profile spells it, without its line end.
  ///
  /// Where reading the new spelling would give something else, the line is as it came.
  func spelled(_ row: UInt32) -> [UInt8] {
    let old = store.content(of: row)
    guard let new = spelling(of: row), new != old else { return old }
    let before = AnnotationSet(parsing: Self.terminated(old), of: article)
    let after = AnnotationSet(parsing: Self.terminated(new), of: article)
    return after.lineCount == 1 && after.reading == before.reading ? new : old
  }

  private func spelling(of row: UInt32) -> [UInt8]? {
    var line = Array(store.bytes(of: row).prefix { $0 != .tab })
    line.append(.tab)
    if store.kind(of: row).isTextBound {
      guard let columns = columns(ofSpan: row) else { return nil }
      return line + columns
    }
    line += data(of: row)
    guard let tail = store.tail(of: row) else { return line }
    // A note or an entry may have an empty text.
    let needsTail = store.kind(of: row) == .note || store.kind(of: row) == .reference
    if !tail.isEmpty || needsTail { line.append(.tab) }
    return line + tail
  }

  /// What stands between the tabs of a line that is no `T`, with one blank between fields.
  private func data(of row: UInt32) -> [UInt8] {
    let data = store.data(of: row)
    // The value of an attribute may hold blanks.
    if store.kind(of: row) == .attribute, store.bytes(of: row).first == UInt8(ascii: "A") {
      return Array(data)
    }
    var words = data.split(whereSeparator: \.isBlank).map { Array($0) }
    if store.kind(of: row) == .relation, words.count == 3 {
      let roles = store.links(of: row).map { store.role(of: $0) }
      if roles == ["Arg2", "Arg1"] { words.swapAt(1, 2) }
    }
    if store.kind(of: row) == .reference, words.count == 3, let reference = reference(row) {
      words[1] = Array(reference.target.description.utf8)
      words[2] = Array(reference.entry.utf8)
    }
    return Array(words.joined(separator: [.space]))
  }

  /// What follows the id of a `T`; `nil` where the article does not bear out what the line quotes, or it
  /// quotes nothing: filled in now, the words would vouch for a place that nothing vouched for.
  private func columns(ofSpan row: UInt32) -> [UInt8]? {
    let old = store.ranges(of: row)
    guard old.allSatisfy({ $0.upper.value <= article.scalarCount }) else { return nil }
    let quoted = store.tail(of: row) ?? []
    var rest = quoted
    if quoted.isEmpty {
      guard old.allSatisfy(\.isEmpty) else { return nil }
    } else {
      // Before 1.3 brat put no blank between pieces.
      let texts = [" ", ""].map { separator in
        Array(old.map { article.text(in: $0) }.joined(separator: separator).utf8)
      }
      guard let text = texts.first(where: { quoted.starts(with: $0) }) else { return nil }
      rest = quoted.dropFirst(text.count)
      guard rest.first.map({ $0 == .space || $0 == .tab }) ?? true else { return nil }
    }
    let split = article.splitting(old)
    let fragments = article.joining(split) == article.joining(old) ? split : old
    let label = store.data(of: row).prefix { $0 != .space }
    let offsets = fragments.map { "\($0.lower) \($0.upper)" }.joined(separator: ";")
    let text = StandoffWriter.text(of: fragments, in: article)
    return Array(label) + Array(" \(offsets)\t\(text)".utf8) + rest
  }

  /// All that is read from a file of one line.
  private var reading: LineReading? {
    store.order.last.map { row in
      LineReading(
        id: store.id(of: row),
        kind: store.kind(of: row).isTextBound ? .textBound : store.kind(of: row),
        ranges: article.joining(store.ranges(of: row)), words: words(of: row).map { Array($0.utf8) }
      )
    }
  }

  private func words(of row: UInt32) -> [String] {
    let label = store.label(of: row)
    switch store.kind(of: row) {
    case .relation:
      let relation = relation(row)
      return [
        label, relation.sourceRole, "\(relation.source)", relation.targetRole, "\(relation.target)",
      ]
    case .attribute:
      let attribute = attribute(row)
      return [label, "\(attribute.target)"] + (attribute.value.map { [$0] } ?? [])
    case .reference:
      guard let reference = reference(row) else { return [] }
      return [label, "\(reference.target)", reference.database, reference.key, reference.text]
    case .note:
      return [
        label, "\(store.target(of: row))",
        String(decoding: store.tail(of: row) ?? [], as: UTF8.self),
      ]
    default:
      return [label]
        + store.links(of: row).flatMap {
          [store.role(of: $0) ?? "", "\(store.writtenID($0.target))"]
        }
    }
  }
}

/// All that is read from one line.
private struct LineReading: Equatable {
  let id: AnnotationID
  let kind: LineKind
  let ranges: [TextRange]
  let words: [[UInt8]]
}
