import Standoff

/// What was marked alike: each variant holds at most one annotation of each annotator, all with the
/// same label on the same words.
///
/// An annotator may have marked the same twice. Which of them is which of another annotator's is then
/// told by what is said of them: what has the same attributes, references and notes goes together first.
struct VariantList: Sendable {
  /// The annotations; those of a variant stand together, in the order of the annotators.
  let marks: [Mark]
  /// Where in ``marks`` each variant begins, in the order of the text; at last where the last ends.
  let starts: [Int]

  /// Finds out what was marked alike.
  init(_ list: MarkList, _ sources: [SourceIndex]) {
    var (marks, starts) = (list.marks, [Int]())
    starts.reserveCapacity(marks.count / max(1, sources.count) + 1)
    var start = 0
    while start < marks.count {
      var end = start + 1
      var repeats = false
      while end < marks.count, marks[end].says(marks[start]) {
        if marks[end].source == marks[end - 1].source { repeats = true }
        end += 1
      }
      starts.append(start)
      if repeats {
        let slots = Self.slots(marks[start..<end], sources)
        var place = start
        for slot in slots {
          if place > start { starts.append(place) }
          for mark in slot.sorted(by: { $0.source < $1.source }) {
            marks[place] = mark
            place += 1
          }
        }
      }
      start = end
    }
    starts.append(marks.count)
    self.marks = marks
    self.starts = starts
  }

  /// How many variants there are.
  var count: Int { starts.count - 1 }

  /// The annotations of a variant.
  subscript(variant: Int) -> ArraySlice<Mark> { marks[range(of: variant)] }

  /// Where in ``marks`` the annotations of a variant are.
  func range(of variant: Int) -> Range<Int> { starts[variant]..<starts[variant + 1] }

  /// Parts what says the same of the same words, of which an annotator has several.
  private static func slots(_ marks: ArraySlice<Mark>, _ sources: [SourceIndex]) -> [[Mark]] {
    var alike: [[String]: [[Mark]]] = [:]
    for mark in marks {
      let key = sources[Int(mark.source)].sayings(of: mark.row)
      var groups = alike[key] ?? []
      if let free = groups.firstIndex(where: { group in
        !group.contains { $0.source == mark.source }
      }) {
        groups[free].append(mark)
      } else {
        groups.append([mark])
      }
      alike[key] = groups
    }
    let ordered = alike.flatMap { key, groups in
      groups.enumerated().map { (key: key, number: $0, marks: $1) }
    }.sorted { one, other in
      if one.marks.count != other.marks.count { return one.marks.count > other.marks.count }
      if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
      return one.number < other.number
    }
    var slots: [[Mark]] = []
    for group in ordered {
      let taken = Set(group.marks.map(\.source))
      let free = slots.firstIndex { slot in !slot.contains { taken.contains($0.source) } }
      if let free { slots[free] += group.marks } else { slots.append(group.marks) }
    }
    return slots
  }
}
