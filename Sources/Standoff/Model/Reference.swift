/// What an annotation stands for in a database: an `N` line.
public struct Reference: Hashable, Sendable {
  /// The id as it is written in the file.
  public let id: AnnotationID
  /// The annotation that is linked.
  public let target: AnnotationID
  /// The type; brat knows `Reference` alone.
  public let type: String
  /// The database, as `wikidata`.
  public let database: String
  /// The entry in the database, as `Q42`.
  public let key: String
  /// The text that people read for the entry; empty where the file has none.
  public let text: String
}

extension AnnotationSet {
  /// The references of an annotation, in the order of their ids.
  public func references(of id: AnnotationID) -> [Reference] {
    store.rows(of: .reference, on: id).compactMap(reference)
  }

  /// The `N` line in a row.
  func reference(_ row: UInt32) -> Reference? {
    let data = store.data(of: row)
    guard let fields = ReferenceFields(data.span, 0..<data.count) else { return nil }
    let string = { (range: Range<Int>) in
      String(
        decoding: data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound],
        as: UTF8.self)
    }
    // brat puts one more tab before the text each time it saves.
    let text = store.tail(of: row)?.drop { $0 == .tab } ?? []
    return Reference(
      id: store.id(of: row), target: store.target(of: row), type: string(fields.name),
      database: string(fields.database), key: string(fields.key),
      text: String(decoding: text, as: UTF8.self))
  }
}
