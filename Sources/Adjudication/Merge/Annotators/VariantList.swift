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
        if marks[end].annotator == marks[end - 1].annotator { repeats = true }
        end += 1
      }
      starts.append(start)
      if repeats {
        let slots = Self.slots(marks[start..<end], sources)
        var place = start
        for slot in slots {
          if place > start { starts.append(place) }
          for mark in slot.sorted(by: { $0.annotator < $1.annotator }) {
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

  /// The first annotation of a variant.
  func first(of variant: Int) -> Mark { marks[starts[variant]] }

  /// Where in ``marks`` the annotations of a variant are.
  func range(of variant: Int) -> Range<Int> { starts[variant]..<starts[variant + 1] }

  /// Parts what says the same of the same words, of which an annotator has several.
  private static func slots(_ marks: ArraySlice<Mark>, _ sources: [SourceIndex]) -> [[Mark]] {
    var alike: [[String]: [[Mark]]] = [:]
    // How many of an annotator's say so already: his next one goes with the next ones of the others.
    var counts: [[String]: [UInt32: Int]] = [:]
    for mark in marks {
      let key = sources[Int(mark.annotator)].sayings(of: mark.row)
      let place = counts[key, default: [:]][mark.annotator, default: 0]
      counts[key, default: [:]][mark.annotator] = place + 1
      if place < alike[key, default: []].count {
        alike[key, default: []][place].append(mark)
      } else {
        alike[key, default: []].append([mark])
      }
    }
    let ordered = alike.flatMap { key, groups in
      groups.enumerated().map { (key: key, number: $0, marks: $1) }
    }.sorted { one, other in
      if one.marks.count != other.marks.count { return one.marks.count > other.marks.count }
      if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
      return one.number < other.number
    }
    var slots: [[Mark]] = []
    // By annotator, the first slot that has none of his.
    var free: [UInt32: Int] = [:]
    for group in ordered {
      let own = Set(group.marks.map(\.annotator))
      var place = own.reduce(0) { max($0, free[$1] ?? 0) }
      while place < slots.count, slots[place].contains(where: { own.contains($0.annotator) }) {
        place += 1
      }
      if place < slots.count { slots[place] += group.marks } else { slots.append(group.marks) }
      for source in own {
        var next = free[source] ?? 0
        while next < slots.count, slots[next].contains(where: { $0.annotator == source }) {
          next += 1
        }
        free[source] = next
      }
    }
    return slots
  }
}
