import Standoff

/// What hangs on what among the lines of one annotator.
final class SourceIndex: Sendable {
  /// The annotator's lines.
  let source: MergeSource
  /// The lines that are events and relations, in the order of their ids.
  let events: [UInt32], relations: [UInt32]
  /// Whether any line is a reference.
  let hasReferences: Bool

  /// Where in ``owned`` the lines on each row begin.
  private let starts: [UInt32]
  /// Attributes, references and notes by what they are on, and events by their trigger.
  private let owned: [UInt32]

  /// Looks through the lines.
  init(_ source: MergeSource) {
    self.source = source
    let (lines, columns) = (source.lines, source.columns)
    var (events, relations) = ([UInt32](), [UInt32]())
    var hasReferences = false
    var starts = Array(repeating: UInt32(0), count: lines.count + 1)
    var links: [(owner: UInt32, row: UInt32)] = []
    for row in source.rows {
      switch columns.kinds[Int(row)] {
      case .textBound, .discontinuous: continue
      case .relation:
        relations.append(row)
        continue
      case .event: events.append(row)
      case .reference: hasReferences = true
      default: break
      }
      let owner = columns.targets[Int(row)]
      guard owner != LineColumns.nobody else { continue }
      links.append((owner, row))
      starts[Int(owner) + 1] += 1
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var places = starts
    var owned = Array(repeating: UInt32(0), count: links.count)
    for link in links {
      owned[Int(places[Int(link.owner)])] = link.row
      places[Int(link.owner)] += 1
    }
    self.hasReferences = hasReferences
    self.events = Self.inOrder(events, source)
    self.relations = Self.inOrder(relations, source)
    self.starts = starts
    self.owned = owned
  }

  /// Rows by their ids, as they mostly are already.
  private static func inOrder(_ rows: [UInt32], _ source: MergeSource) -> [UInt32] {
    let (lines, columns) = (source.lines, source.columns)
    func precedes(_ one: UInt32, _ other: UInt32) -> Bool {
      let (a, b) = (columns.ids[Int(one)], columns.ids[Int(other)])
      return a.isNumbered && b.isNumbered ? a.bits < b.bits : lines.idPrecedes(one, other)
    }
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { !precedes($1, $0) }
    return isSorted ? rows : rows.sorted(by: precedes)
  }

  /// The rows of the lines on which others are, or of which one is the trigger.
  var owners: [UInt32] {
    (0..<UInt32(starts.count - 1)).filter { starts[Int($0)] < starts[Int($0) + 1] }
  }

  /// The attributes, references and notes on a line, and the events of which it is the trigger.
  func lines(on row: UInt32) -> ArraySlice<UInt32> {
    owned[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])]
  }

  /// What is said of an annotation, in words that can be compared from one annotator to another.
  func sayings(of row: UInt32) -> [String] {
    lines(on: row).compactMap { line in
      let record = source.lines.record(line)
      return switch record.kind {
      case .attribute: "A\(record.name) \(record.value ?? "")"
      case .reference: "N\(record.entry)"
      case .event: "E\(record.name)"
      case .note: "#\(record.noteText)"
      default: nil
      }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
