/// Where the bytes of the old edition stand in the new one.
struct OffsetMap: Sendable {
  /// What both editions share, in the order of the old one.
  let runs: [SharedRun]
  /// The runs in the order of the new edition, by their index.
  private let byNew: [Int]
  /// For each run its place in that order.
  private let rankInNew: [Int]
  /// The stretches of the new edition that are in no run, in order.
  let lonely: [Range<Int>]

  /// Takes what two editions share, in the order of the old one; the new one has so many bytes.
  init(_ runs: [SharedRun], newCount: Int) {
    self.runs = runs
    byNew = runs.indices.sorted { runs[$0].new.lowerBound < runs[$1].new.lowerBound }
    var ranks = Array(repeating: 0, count: runs.count)
    for (rank, run) in byNew.enumerated() { ranks[run] = rank }
    rankInNew = ranks
    var lonely: [Range<Int>] = []
    var start = 0
    for run in byNew {
      if runs[run].new.lowerBound > start { lonely.append(start..<runs[run].new.lowerBound) }
      start = runs[run].new.upperBound
    }
    if newCount > start { lonely.append(start..<newCount) }
    self.lonely = lonely
  }

  /// The last run that starts at or before a byte of the old edition; -1 where none does.
  func run(atOrBefore place: Int) -> Int {
    runs.partitioningIndex { $0.old.lowerBound > place } - 1
  }

  /// The run that follows in the new edition on the run at `index`; `nil` after the last.
  func following(_ index: Int) -> Int? {
    guard index >= 0 else { return byNew.first }
    let rank = rankInNew[index] + 1
    return rank < byNew.count ? byNew[rank] : nil
  }

  /// How much of what stands before and after a stretch of the old edition stands on the same side of
  /// a stretch of the new one, from 0 to 1; the better of what the old and the new edition say.
  func support(_ old: Range<Int>, _ new: Range<Int>, _ sizes: (old: Int, new: Int))
    -> (before: Double, after: Double)
  {
    let context = AnchorScore.context
    // A new paragraph or two may have come in between.
    let reach = 8192
    func share(_ wanted: Range<Int>, _ size: Int) -> Range<Int> {
      max(0, wanted.lowerBound)..<min(size, wanted.upperBound)
    }
    let oldBefore = share(old.lowerBound - context..<old.lowerBound, sizes.old)
    let oldAfter = share(old.upperBound..<old.upperBound + context, sizes.old)
    let newBefore = share(new.lowerBound - context..<new.lowerBound, sizes.new)
    let newAfter = share(new.upperBound..<new.upperBound + context, sizes.new)
    let before = share(new.lowerBound - reach..<new.lowerBound, sizes.new)
    let after = share(new.upperBound..<new.upperBound + reach, sizes.new)
    let beforeOld = share(old.lowerBound - reach..<old.lowerBound, sizes.old)
    let afterOld = share(old.upperBound..<old.upperBound + reach, sizes.old)
    return (
      max(
        covered(oldBefore, mappedInto: before), coveredInNew(newBefore, mappedInto: beforeOld)),
      max(covered(oldAfter, mappedInto: after), coveredInNew(newAfter, mappedInto: afterOld))
    )
  }

  /// The share of some bytes of the old edition that stand inside `target` in the new one.
  private func covered(_ bytes: Range<Int>, mappedInto target: Range<Int>) -> Double {
    guard !bytes.isEmpty else { return 1 }
    var count = 0
    var index = max(0, run(atOrBefore: bytes.lowerBound))
    while index < runs.count, runs[index].old.lowerBound < bytes.upperBound {
      count += runs[index].count(of: bytes, inside: target)
      index += 1
    }
    return Double(count) / Double(bytes.count)
  }

  private func coveredInNew(_ bytes: Range<Int>, mappedInto target: Range<Int>) -> Double {
    guard !bytes.isEmpty else { return 1 }
    var count = 0
    var rank = max(0, byNew.partitioningIndex { runs[$0].new.lowerBound > bytes.lowerBound } - 1)
    while rank < byNew.count, runs[byNew[rank]].new.lowerBound < bytes.upperBound {
      count += runs[byNew[rank]].reversed.count(of: bytes, inside: target)
      rank += 1
    }
    return Double(count) / Double(bytes.count)
  }
}

extension SharedRun {
  /// How many of some bytes of the old edition are in the run and stand inside `target` in the new one.
  fileprivate func count(of bytes: Range<Int>, inside target: Range<Int>) -> Int {
    let part = old.clamped(to: bytes)
    guard !part.isEmpty else { return 0 }
    let shift = new.lowerBound - old.lowerBound
    let image = isExact ? part.lowerBound + shift..<part.upperBound + shift : new
    let isInside = target.lowerBound <= image.lowerBound && image.upperBound <= target.upperBound
    return isInside ? part.count : 0
  }
}
