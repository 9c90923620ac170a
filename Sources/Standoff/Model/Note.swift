/// A free note on an annotation, or a record of galley's own: a `#` line.
public struct Note: Hashable, Sendable {
  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The annotation that the note is on.
  public let target: AnnotationID
  /// The type; that of free notes is `AnnotatorNotes`.
  public let type: String
  /// The text as it was typed.
  ///
  /// Notes that galley wrote are escaped in the file and not here; of others this is what stands
  /// after the second tab.
  public let text: String

  /// The type of the notes that people write.
  package static let freeType = "AnnotatorNotes"
  /// The type of the lines that keep who supports an annotation.
  package static let annotatorsType = "Annotators"
  /// The type of the lines that keep what a merge could not settle.
  package static let conflictType = "Conflict"

  /// Whether lines of this type are galley's own records, whose text is JSON.
  package static func isRecord(_ type: String) -> Bool {
    type == annotatorsType || type == conflictType
  }
}

extension AnnotationSet {
  /// The notes on an annotation, in the order of their ids; without galley's own records.
  public func notes(of id: AnnotationID) -> [Note] {
    store.rows(of: .note, on: id).map(note).filter { !Note.isRecord($0.type) }
  }

  /// The notes of one type on an annotation, in the order of their ids; records too.
  public func notes(of id: AnnotationID, type: String) -> [Note] {
    store.rows(of: .note, on: id).map(note).filter { $0.type == type }
  }

  /// Who supports an annotation, where a merge has noted it; empty otherwise.
  public func annotators(of id: AnnotationID) -> [String] {
    let lists = notes(of: id, type: Note.annotatorsType).compactMap {
      JSONValue(parsing: $0.text)?.array
    }
    return lists.joined().compactMap(\.string)
  }

  /// The `#` line in a row.
  func note(_ row: UInt32) -> Note {
    let text = String(decoding: store.tail(of: row) ?? [], as: UTF8.self)
    let (id, type) = (store.id(of: row), store.label(of: row))
    let isEscaped = NoteText.isEscaped(type: type, id: id)
    return Note(
      id: id, target: store.target(of: row), type: type,
      text: isEscaped ? NoteText.unescaped(text) : text)
  }
}
