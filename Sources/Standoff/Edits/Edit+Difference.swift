extension Edit {
  /// The edit that makes one file another, with few lines more than it needs.
  ///
  /// Lines that stand once in either file and in the same order in both stay, and so do equal lines
  /// next to them (patience diff, B. Cohen). Takes time linear in the lines but for a logarithm.
  package init(from old: AnnotationSet, to new: AnnotationSet) {
    self.init(from: old.lines, to: new.lines)
  }

  /// The same for lines, each with its line end.
  init(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) {
    var hunks: [Hunk] = []
    var (i, j) = (0, 0)
    func close(_ a: Int, _ b: Int) {
      let (removed, added) = (old[i..<a], new[j..<b])
      guard !removed.isEmpty || !added.isEmpty else { return }
      hunks.append(
        Hunk(line: i, removed: removed.map(Array.init), added: added.map(Array.init)))
    }
    for anchor in Self.anchors(old, new) where anchor.old >= i && anchor.new >= j {
      // Equal lines before an anchor stay with it, and those after one with that.
      var (a, b) = (anchor.old, anchor.new)
      while a > i, b > j, old[a - 1] == new[b - 1] { (a, b) = (a - 1, b - 1) }
      close(a, b)
      (i, j) = (anchor.old, anchor.new)
      while i < old.count, j < new.count, old[i] == new[j] { (i, j) = (i + 1, j + 1) }
    }
    close(old.count, new.count)
    self.init(hunks: hunks)
  }

  /// The lines that stay: pairs that rise in both files, a pair for the start of both where their first
  /// lines are equal.
  private static func anchors(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [(old: Int, new: Int)] {
    var places: [ArraySlice<UInt8>: (old: Int, new: Int, isUnique: Bool)] = [:]
    for (index, line) in old.enumerated() {
      if places.updateValue((index, -1, true), forKey: line) != nil {
        places[line] = (index, -1, false)
      }
    }
    for (index, line) in new.enumerated() {
      guard let place = places[line] else { continue }
      places[line] = (place.old, index, place.isUnique && place.new < 0)
    }
    let pairs = places.values.filter { $0.isUnique && $0.new >= 0 }
      .map { (old: $0.old, new: $0.new) }.sorted { $0.old < $1.old }
    let start = old.first != nil && old.first == new.first ? [(old: 0, new: 0)] : []
    return start + longestRise(in: pairs)
  }

  /// The longest run of pairs, not all of which need be next to each other, whose second places rise.
  private static func longestRise(in pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    // For each length the pair with the lowest second place that ends a rise of it.
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var rise: [(old: Int, new: Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      rise.append(pairs[index])
      index = previous[index]
    }
    return rise.reversed()
  }
}

extension AnnotationSet {
  /// The lines of the file, each with its line end.
  fileprivate var lines: [ArraySlice<UInt8>] { store.order.map { store.bytes(of: $0) } }
}
