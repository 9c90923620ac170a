/// A part of a line that a finding is about.
enum LinePart {
  /// The id.
  case id
  /// The label, or the name of the relation, attribute or note.
  case name
  /// The offsets of a `T`.
  case offsets
  /// The offsets of a `T` and its words.
  case offsetsAndWords
  /// What stands after the second tab.
  case words
  /// The value of an attribute.
  case value
  /// The database of an `N`.
  case database
  /// The key of an `N`.
  case key
  /// The id in the mention with this index; an event's trigger has index 0.
  case target(Int)
  /// The role in the mention with this index.
  case role(Int)
  /// What stands here, in bytes of the line.
  case bytes(Range<Int>)
}

extension Review {
  /// Where in its line a part stands; an empty range where the line has no such part.
  func bytes(of part: LinePart, in row: UInt32) -> Range<Int> {
    let line = lines.set.store.bytes(of: row)
    let content = line.span.content(of: 0..<line.count)
    let dataEnd = lines.set.store.dataEnd(of: row)
    let wordsStart = min(dataEnd + 1, content.upperBound)
    let fields = lines.set.store.fields(of: row)
    switch part {
    case .id: return 0..<(line.span.first(.tab, in: content) ?? 0)
    case .name: return fields.name
    case .offsets: return min(fields.name.upperBound + 1, dataEnd)..<dataEnd
    case .offsetsAndWords:
      return min(fields.name.upperBound + 1, dataEnd)..<content.upperBound
    case .words: return wordsStart..<content.upperBound
    case .value:
      let words = valueBytes(of: row)
      let start = words.startIndex - line.startIndex
      return start..<start + words.count
    case .database, .key:
      guard let tab = line.span.first(.tab, in: content),
        let fields = ReferenceFields(line.span, tab + 1..<dataEnd)
      else { return 0..<0 }
      if case .database = part { return fields.database }
      return fields.key
    case .target(let index):
      return fields.mentions.indices.contains(index) ? fields.mentions[index].target : 0..<0
    case .role(let index):
      return fields.mentions.indices.contains(index) ? fields.mentions[index].role : 0..<0
    case .bytes(let range): return range
    }
  }

  /// The value of an attribute: all that stands after the second blank; empty where there is none.
  func valueBytes(of row: UInt32) -> ArraySlice<UInt8> {
    let data = lines.set.store.data(of: row)
    let afterName = data.drop { $0 != .space }.drop { $0 == .space }
    return afterName.drop { $0 != .space }.drop { $0 == .space }
  }

  /// The text of a part, as it stands in the file.
  func text(of part: LinePart, in row: UInt32) -> String {
    let line = lines.set.store.bytes(of: row)
    let range = bytes(of: part, in: row)
    return String(decoding: line.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  /// The id of a line, as it is written.
  func id(of row: UInt32) -> String { lines.set.store.id(of: row).description }

  /// The label or name of a line, as it is written.
  func name(of row: UInt32) -> String { lines.set.store.label(of: row) }
}
