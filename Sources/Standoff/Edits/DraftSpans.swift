extension Draft {
  /// Adds an annotation.
  ///
  /// - Parameters:
  ///   - label: the schema's name for what is marked.
  ///   - ranges: what is marked. Line breaks part it into fragments, blank edges are left off,
  ///     stretches that overlap or touch are one. What is blank throughout is written as empty.
  ///   - references: entries of databases that the annotation stands for.
  ///   - isArticleLevel: whether the whole article is meant; `ranges` is then passed over.
  /// - Returns: the id of the annotation.
  @discardableResult
  public mutating func add(
    label: String, ranges: [TextRange], references: [(database: String, key: String)] = [],
    isArticleLevel: Bool = false
  ) -> AnnotationID {
    let article = set.article
    let fragments = article.splitting(isArticleLevel ? [article.firstLine] : ranges)
    let data = StandoffWriter.textBound(label: label, fragments: fragments)
    var content = data
    if isArticleLevel {
      let entries = references.map { "\t" + StandoffWriter.entry($0.database, $0.key) }
      content += "\t" + Annotation.articleScope + entries.sorted().joined()
    }
    let id = newID("T", of: content)
    insert("\(id)\t\(data)\t\(StandoffWriter.text(of: fragments, in: article))")
    if isArticleLevel { setAttribute(Annotation.scopeName, to: Annotation.articleScope, of: id) }
    for reference in references { addReference(reference.database, key: reference.key, to: id) }
    return id
  }

  /// Changes the label of an annotation or event, or the name of a relation; the id stays.
  ///
  /// An event and its trigger always have one label.
  public mutating func setLabel(_ label: String, of id: AnnotationID) {
    guard let row = set.store.row(of: id) else { return }
    switch set.store.kind(of: row) {
    case .textBound, .discontinuous:
      rename(row, to: label)
      for event in set.store.rows(of: .event, on: id) { rename(event, to: label) }
    case .event:
      let trigger = set.store.target(of: row)
      if let triggerRow = set.store.row(of: trigger), set.store.kind(of: triggerRow).isTextBound {
        setLabel(label, of: trigger)
      } else {
        rename(row, to: label)
      }
    case .relation: rename(row, to: label)
    default: return
    }
  }

  /// Changes the name that a line begins with, behind its id.
  mutating func rename(_ row: UInt32, to label: String) {
    let bytes = set.store.bytes(of: row)
    let name = set.store.fields(of: row).name
    let start = bytes.startIndex
    replace(
      row,
      with: bytes[..<(start + name.lowerBound)] + Array(StandoffWriter.name(label).utf8)
        + bytes[(start + name.upperBound)...])
  }

  /// Moves an annotation, or an event with its trigger, to other words; the id stays.
  ///
  /// The lines below the annotation move with it.
  public mutating func setRanges(_ ranges: [TextRange], of id: AnnotationID) {
    guard let row = set.store.row(of: id) else { return }
    if set.store.kind(of: row) == .event {
      let trigger = set.store.target(of: row)
      if trigger != id { setTriggerRanges(ranges, of: trigger) }
    } else {
      setTriggerRanges(ranges, of: id)
    }
  }

  private mutating func setTriggerRanges(_ ranges: [TextRange], of id: AnnotationID) {
    guard let old = set.store.row(of: id), set.store.kind(of: old).isTextBound else { return }
    let before = set.store.text.row(before: old, in: set.store)
    let ties = tiesInPlace(to: id)

    let fragments = set.article.splitting(ranges)
    let row = replace(old, with: line(old, on: fragments))
    guard row != old else { return }

    let loose = ties.filter { tie in
      set.store.anchor(of: tie.row) != (tie.anchor == old ? row : tie.anchor)
    }
    let looseBlocks = loose.map { set.store.block(of: $0.row) }
    looseBlocks.forEach { lift($0) }
    let after = set.store.text.row(before: row, in: set.store)
    if after != before {
      let block = set.store.block(of: row)
      lift(block)
      lower(block)
    }
    looseBlocks.forEach { lower($0) }
  }

  /// The relations and groups of an annotation and its events that stand in the block of the line
  /// they belong below, each with that line; by id.
  private func tiesInPlace(to id: AnnotationID) -> [(row: UInt32, anchor: UInt32)] {
    let store = set.store
    let ends = [id] + store.rows(of: .event, on: id).map(store.id)
    var ties: Set<UInt32> = []
    for index in ends.compactMap(store.idTable.find) {
      for link in store.links(to: index) where store.kind(of: link.owner).isTie {
        ties.insert(link.owner)
      }
    }
    return ties.sorted(by: store.idOrder).compactMap { row in
      guard let anchor = store.anchor(of: row), store.block(of: anchor).contains(row) else {
        return nil
      }
      return (row, anchor)
    }
  }

  /// The bytes of a `T` line moved to other fragments; what followed its text still does.
  private func line(_ row: UInt32, on fragments: [TextRange]) -> [UInt8] {
    let store = set.store
    let old = store.pieces(of: row).map { TextRange(Int($0.start), Int($0.end)) }
    let oldText = Array(StandoffWriter.text(of: old, in: set.article).utf8)
    let bytes = store.bytes(of: row)
    let content = bytes.span.content(of: 0..<bytes.count)
    let end = bytes.dropFirst(content.count)
    let tail = store.tail(of: row) ?? []
    let extra = tail.starts(with: oldText) ? tail.dropFirst(oldText.count) : []
    let data = StandoffWriter.textBound(label: store.label(of: row), fragments: fragments)
    let text = StandoffWriter.text(of: fragments, in: set.article)
    return Array("\(store.id(of: row))\t\(data)\t\(text)".utf8) + extra + end
  }

  /// The id of a new line of a family that says `content`.
  func newID(_ family: Unicode.Scalar, of content: String) -> AnnotationID {
    let ids = set.store.idTable
    let packed = StableID.id(family, of: content) { candidate in
      ids.find(candidate).map { ids.row(of: $0) != .none } ?? false
    }
    return AnnotationID(packed.description)
  }
}
