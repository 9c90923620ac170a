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
  /// The key in the database, as `Q42`.
  public let key: String
  /// The text that people read for the entry; empty where the file has none.
  public let text: String

  /// The database and the key, as `wikidata:Q42`.
  package var entry: String { database + ":" + key }
}

extension StandoffRecord {
  /// The entry that a reference names, as `wikidata:Q42`, without the text that people read.
  package var entry: String { String((value ?? "").prefix { $0 != "\t" }) }
}

extension AnnotationSet {
  /// The references of an annotation, in the order of their ids.
  public func references(of id: AnnotationID) -> [Reference] {
    store.rows(of: .reference, on: id).compactMap(reference)
  }

  /// The entries of databases that annotations stand for, as `wikidata:Q42`, of those that begin so:
  /// each with the first annotation of the file that does, at most `limit`.
  package func databaseKeys(
    beginning typed: String, upTo limit: Int
  ) -> [(key: String, target: AnnotationID)] {
    var seen: Set<String> = []
    var found: [(key: String, target: AnnotationID)] = []
    for row in store.order where store.kind(of: row) == .reference && store.isUsed(row) {
      guard found.count < limit else { break }
      guard let reference = reference(row) else { continue }
      let key = reference.entry
      guard key.utf8.starts(with: typed.utf8), seen.insert(key).inserted else { continue }
      found.append((key, reference.target))
    }
    return found
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
