/// Where the gaps between what is shared begin and end.
extension TextComparison {
  /// For each run the one that follows it in the new edition, `runs.count` after the last; at the end
  /// the first of all.
  private var following: [Int] {
    let order = runs.indices.sorted { runs[$0].new.lowerBound < runs[$1].new.lowerBound }
    var following = Array(repeating: runs.count, count: runs.count + 1)
    for (run, next) in zip(order, order.dropFirst()) { following[run] = next }
    following[runs.count] = order.first ?? runs.count
    return following
  }

  /// Takes in what the two sides of a gap begin and end with alike, where neighbours in one edition
  /// are neighbours in the other.
  mutating func refine() {
    let following = self.following
    var found: [SharedRun] = []
    for index in -1..<runs.count {
      guard following[index < 0 ? runs.count : index] == index + 1 else { continue }
      let next = index + 1
      var (oldStart, newStart, oldEnd, newEnd) = (0, 0, old.count, new.count)
      if index >= 0 {
        (oldStart, newStart) = (runs[index].old.upperBound, runs[index].new.upperBound)
      }
      if next < runs.count {
        (oldEnd, newEnd) = (runs[next].old.lowerBound, runs[next].new.lowerBound)
      }
      let (a, b) = (oldStart..<oldEnd, newStart..<newEnd)
      found += edges(a, b)
    }
    guard !found.isEmpty else { return }
    var whole: [SharedRun] = []
    swap(&whole, &runs)
    for run in (whole + found).sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) { add(run) }
  }

  /// Moves what was put in or taken out to where a paragraph begins, or else a sentence or a word.
  ///
  /// Of “The minister left. The minister came back” the first sentence was taken out, though “minister
  /// left. The” could have been as well.
  ///
  /// A run that all goes over to its neighbour was no more than a word that both begin with.
  mutating func slide() {
    let following = self.following
    for index in runs.indices.dropLast() where following[index] == index + 1 {
      let (left, right) = (runs[index], runs[index + 1])
      guard left.isExact, right.isExact else { continue }
      let isTakenOut = left.new.upperBound == right.new.lowerBound
      let isPutIn = left.old.upperBound == right.old.lowerBound
      guard isTakenOut != isPutIn else { continue }
      let step =
        isTakenOut
        ? Self.bestSlide(
          old.span, left.old.upperBound..<right.old.lowerBound, left.old.count, right.old.count)
        : Self.bestSlide(
          new.span, left.new.upperBound..<right.new.lowerBound, left.new.count, right.new.count)
      guard step != 0 else { continue }
      runs[index].old = left.old.lowerBound..<left.old.upperBound + step
      runs[index].new = left.new.lowerBound..<left.new.upperBound + step
      runs[index + 1].old = right.old.lowerBound + step..<right.old.upperBound
      runs[index + 1].new = right.new.lowerBound + step..<right.new.upperBound
    }
    runs.removeAll(where: \.old.isEmpty)
  }

  /// How far a gap that one edition has is best moved; of places as good the first.
  ///
  /// - Parameters:
  ///   - before: how many bytes are shared before the gap.
  ///   - after: how many bytes are shared after it.
  private static func bestSlide(
    _ text: Span<UInt8>, _ gap: Range<Int>, _ before: Int, _ after: Int
  ) -> Int {
    let furthest = 512
    var (back, forth) = (0, 0)
    while back < min(before, furthest),
      text[gap.lowerBound - back - 1] == text[gap.upperBound - back - 1]
    { back += 1 }
    while forth < min(after, furthest),
      text[gap.lowerBound + forth] == text[gap.upperBound + forth]
    { forth += 1 }
    var best = (step: 0, worth: -1)
    for step in -back...forth {
      let worth = worth(of: gap.lowerBound + step, in: text)
      if worth > best.worth { best = (step, worth) }
    }
    return best.step
  }

  /// How likely something begins at a place: a paragraph, a sentence, a word, a letter.
  private static func worth(of place: Int, in text: Span<UInt8>) -> Int {
    guard place > 0 else { return 4 }
    if place < text.count, text[place] & 0xC0 == 0x80 { return -1 }
    let before = text[place - 1]
    if before == 0x0A { return 4 }
    guard before == 0x20 else { return 0 }
    var end = place - 1
    while end > 0, text[end - 1] == 0x20 || text[end - 1] >= 0x80 || text[end - 1] == 0x22 {
      end -= 1
    }
    let isSentence =
      end > 0 && (text[end - 1] == 0x2E || text[end - 1] == 0x21 || text[end - 1] == 0x3F)
    return isSentence ? 3 : 2
  }

  private func edges(_ a: Range<Int>, _ b: Range<Int>) -> [SharedRun] {
    let most = min(a.count, b.count)
    guard most > 0 else { return [] }
    let (left, right) = (old.span, new.span)
    func isStart(_ place: Int) -> Bool { place == left.count || left[place] & 0xC0 != 0x80 }
    func isStartNew(_ place: Int) -> Bool { place == right.count || right[place] & 0xC0 != 0x80 }
    var head = 0
    while head < most, left[a.lowerBound + head] == right[b.lowerBound + head] { head += 1 }
    while head > 0, !isStart(a.lowerBound + head) || !isStartNew(b.lowerBound + head) { head -= 1 }
    var tail = 0
    while tail < most - head, left[a.upperBound - tail - 1] == right[b.upperBound - tail - 1] {
      tail += 1
    }
    while tail > 0, !isStart(a.upperBound - tail) || !isStartNew(b.upperBound - tail) { tail -= 1 }
    var runs: [SharedRun] = []
    if head > 0 {
      runs.append(
        SharedRun(
          old: a.lowerBound..<a.lowerBound + head, new: b.lowerBound..<b.lowerBound + head,
          isExact: true))
    }
    if tail > 0 {
      runs.append(
        SharedRun(
          old: a.upperBound - tail..<a.upperBound, new: b.upperBound - tail..<b.upperBound,
          isExact: true))
    }
    return runs
  }
}
