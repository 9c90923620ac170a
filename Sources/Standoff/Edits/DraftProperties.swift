extension Draft {
  /// Gives an annotation, relation or event an attribute, or its attribute another value.
  ///
  /// Where it has several of that name, one is left. Without a value, or with a blank one, the
  /// attribute is binary.
  public mutating func setAttribute(
    _ name: String, to value: String?, of id: AnnotationID
  ) {
    guard set.store.row(of: id) != nil else { return }
    let data = "\(StandoffWriter.name(name)) \(id)"
    let written = data + StandoffWriter.value(value)
    var rows = attributes(named: name, of: id)
    if let row = rows.first, set.store.bytes(of: row).first == UInt8(ascii: "A") {
      rows.removeFirst()
      let tail = set.store.bytes(of: row).dropFirst(set.store.dataEnd(of: row))
      replace(row, with: Array("\(set.store.id(of: row))\t\(written)".utf8) + tail)
    } else {
      insert("\(newID("A", of: data))\t\(written)")
    }
    for row in rows { remove(set.store.id(of: row)) }
  }

  /// Takes an attribute away, however often it is there.
  public mutating func removeAttribute(_ name: String, of id: AnnotationID) {
    for row in attributes(named: name, of: id) { remove(set.store.id(of: row)) }
  }

  private func attributes(named name: String, of id: AnnotationID) -> [UInt32] {
    guard let index = set.store.names.index(of: StandoffWriter.name(name)) else { return [] }
    return set.store.rows(of: .attribute, on: id).filter { set.store.labelIndex(of: $0) == index }
  }

  /// Links an annotation to an entry of a database; one that is there is left alone.
  ///
  /// Without `text`, which people read for the entry, the key serves.
  public mutating func addReference(
    _ database: String, key: String, to id: AnnotationID, text: String? = nil
  ) {
    guard set.store.row(of: id) != nil else { return }
    let entry = StandoffWriter.entry(database, key)
    if set.references(of: id).contains(where: { $0.entry == entry }) { return }
    let data = "Reference \(id) \(entry)"
    insert("\(newID("N", of: data))\t\(data)\t\(StandoffWriter.plain(text ?? key))")
  }

  /// Takes an annotation's references away: those to one database, or all.
  public mutating func removeReferences(of id: AnnotationID, database: String? = nil) {
    let database = database.map(StandoffWriter.database)
    for reference in set.references(of: id)
    where database == nil || reference.database == database {
      remove(reference.id)
    }
  }

  /// Writes a note on an annotation and tells its id; the same note is not written twice.
  @discardableResult
  public mutating func addNote(_ text: String, to id: AnnotationID) -> AnnotationID {
    addNote(NoteText.escaped(text), of: Note.freeType, to: id)
  }

  /// Changes the text of a note and tells its id, which stays where galley wrote the note.
  ///
  /// The text of a note that came with a file says what it says, without escapes, so a new note
  /// takes its place.
  @discardableResult
  public mutating func setNote(_ text: String, of id: AnnotationID) -> AnnotationID {
    guard let row = set.store.row(of: id), set.store.kind(of: row) == .note else { return id }
    let target = set.store.target(of: row)
    guard NoteText.isEscaped(type: set.store.label(of: row), id: id) else {
      remove(id)
      return addNote(text, to: target)
    }
    let data = "\(id)\t\(Note.freeType) \(target)\t\(NoteText.escaped(text))"
    let bytes = set.store.bytes(of: row)
    let end = bytes.dropFirst(bytes.span.content(of: 0..<bytes.count).count)
    replace(row, with: Array(data.utf8) + end)
    return id
  }

  /// Keeps who supports an annotation; nobody takes the record away.
  public mutating func setAnnotators(_ annotators: [String], of id: AnnotationID) {
    guard set.annotators(of: id) != annotators else { return }
    for note in set.notes(of: id, type: Note.annotatorsType) { remove(note.id) }
    guard !annotators.isEmpty else { return }
    let list = JSONValue.array(annotators.map(JSONValue.string))
    addNote(list.encoded(asciiOnly: true), of: Note.annotatorsType, to: id)
  }

  /// Changes the text of one of galley's own records, whose id stays.
  mutating func setRecord(_ record: JSONValue, in row: UInt32) {
    let (id, type) = (set.store.id(of: row), set.store.label(of: row))
    let data = "\(id)\t\(type) \(set.store.target(of: row))\t\(record.encoded(asciiOnly: true))"
    let bytes = set.store.bytes(of: row)
    let end = bytes.dropFirst(bytes.span.content(of: 0..<bytes.count).count)
    replace(row, with: Array(data.utf8) + end)
  }

  /// Writes a `#` line whose text is already as it stands in a file.
  @discardableResult
  package mutating func addNote(
    _ line: String, of type: String, to id: AnnotationID
  ) -> AnnotationID {
    let content = "\(type) \(id)\t\(StandoffWriter.plain(line))"
    let same = set.store.rows(of: .note, on: id).first { row in
      set.store.bytes(of: row).drop { $0 != .tab }.dropFirst().elementsEqual((content + "\n").utf8)
    }
    if let same { return set.store.id(of: same) }
    let new = newID("#", of: content)
    if set.store.row(of: id) != nil { insert("\(new)\t\(content)") }
    return new
  }
}
