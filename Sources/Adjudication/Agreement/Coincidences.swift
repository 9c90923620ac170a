import Standoff

/// How many code points any two annotators called what, and what chance would give.
///
/// Counts are those of the paper times m - 1, for m annotators, so that they are whole numbers. Label
/// 0 is the gap.
struct Coincidences {
  /// The labels, without the gap.
  let labels: [String]
  private let annotatorCount: Int
  /// By label, then by label.
  private var counts: [[Double]]
  /// By label, what chance cannot put together, for it belongs to one unit: times (m - 1) squared.
  private var corrections: [Double]
  /// By label, the corrections among what is marked.
  private var markedCorrections: [UnitizedAlpha.Reading: [Double]] = [:]

  /// The row sums of the matrix.
  var sums: [Double] { counts.map { $0.reduce(0, +) } }
  /// The sum of the matrix.
  var total: Double { sums.reduce(0, +) }

  /// Begins with no label and nothing counted.
  init(annotatorCount: Int) { self.init(labels: [], annotatorCount: annotatorCount) }

  static func counted(_ documents: [Continuum]) -> Result<Coincidences, UndefinedAgreement> {
    let annotators = documents.first?.annotatorCount ?? 0
    guard annotators > 1 else { return .failure(.init(.fewerThanTwoAnnotators)) }
    guard documents.contains(where: { !$0.scope.isEmpty }) else {
      return .failure(.init(.nothingCompared))
    }
    let labels = Set(documents.flatMap(\.labels)).sorted()
    var matrix = Coincidences(labels: labels, annotatorCount: annotators)
    for document in documents {
      guard matrix.add(document) else { return .failure(.init(.overlap)) }
    }
    return .success(matrix)
  }

  /// Adds what all annotators marked in a text; false where units of one overlap.
  mutating func add(_ document: Continuum) -> Bool {
    let partitions = document.units.map { Partition($0, in: document.scope) }
    let segments = partitions.compactMap { $0?.segments(from: 0) }
    guard segments.count == annotatorCount else { return false }
    widen(to: document.labels)
    add(segments)
    return true
  }

  /// Adds what was counted in other texts.
  mutating func append(_ other: Coincidences) {
    widen(to: other.labels)
    let places = [0] + other.labels.map { label in (labels.firstIndex(of: label) ?? -1) + 1 }
    for (one, place) in places.enumerated() {
      for (another, column) in places.enumerated() {
        counts[place][column] += other.counts[one][another]
      }
      corrections[place] += other.corrections[one]
      for reading in UnitizedAlpha.Reading.allCases {
        markedCorrections[reading]?[place] += other.markedCorrections[reading]?[one] ?? 0
      }
    }
  }

  /// Makes room for labels that did not occur before.
  private mutating func widen(to more: [String]) {
    guard !more.allSatisfy(labels.contains) else { return }
    var wider = Coincidences(
      labels: Set(labels + more).sorted(), annotatorCount: annotatorCount)
    wider.append(self)
    self = wider
  }

  private init(labels: [String], annotatorCount: Int) {
    self.labels = labels
    self.annotatorCount = annotatorCount
    let empty = Array(repeating: 0.0, count: labels.count + 1)
    counts = Array(repeating: empty, count: labels.count + 1)
    corrections = empty
    for reading in UnitizedAlpha.Reading.allCases { markedCorrections[reading] = empty }
  }

  private mutating func add(_ segments: [[Segment]]) {
    let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0 + 1) })
    let others = Double(annotatorCount - 1)
    func number(_ segment: Segment) -> Int { segment.label.flatMap { numbers[$0] } ?? 0 }
    for (one, other) in annotatorPairs(annotatorCount) {
      Self.forEachMeeting(segments[one], segments[other]) { mine, theirs, length in
        counts[number(mine)][number(theirs)] += Double(length)
        counts[number(theirs)][number(mine)] += Double(length)
      }
    }
    for (annotator, list) in segments.enumerated() {
      let covers = segments.indices.filter { $0 != annotator }.map { segments[$0] }
      let union = Self.union(covers)
      var (any, sum) = ([Int: Double](), [Int: Double]())
      for (index, length) in Self.shared(list, union) { any[index, default: 0] += length }
      for cover in covers {
        for (index, length) in Self.shared(list, cover) { sum[index, default: 0] += length }
      }
      for (index, segment) in list.enumerated() {
        let label = number(segment)
        let length = Double(segment.length)
        corrections[label] += (segment.isUnit ? length * length : length) * others * others
        guard segment.isUnit else { continue }
        let (covered, covering) = (any[index, default: 0] * others, sum[index, default: 0])
        markedCorrections[.union]?[label] += covered * covered
        markedCorrections[.mean]?[label] += covering * covering
      }
    }
  }

  private static func forEachMeeting(
    _ one: [Segment], _ other: [Segment], _ body: (Segment, Segment, Int) -> Void
  ) {
    var (mine, theirs) = (0, 0)
    while mine < one.count, theirs < other.count {
      let (a, b) = (one[mine], other[theirs])
      let length = min(a.end, b.end) - max(a.start, b.start)
      if length > 0 { body(a, b, length) }
      if a.end <= b.end { mine += 1 } else { theirs += 1 }
    }
  }

  /// By place in the first list, how much of each unit the units of the second cover, in pieces.
  private static func shared(_ one: [Segment], _ other: [Segment]) -> [(Int, Double)] {
    var found: [(Int, Double)] = []
    var (mine, theirs) = (0, 0)
    while mine < one.count, theirs < other.count {
      let (a, b) = (one[mine], other[theirs])
      let length = min(a.end, b.end) - max(a.start, b.start)
      if length > 0, a.isUnit, b.isUnit { found.append((mine, Double(length))) }
      if a.end <= b.end { mine += 1 } else { theirs += 1 }
    }
    return found
  }

  /// What the units of any of the lists cover.
  private static func union(_ lists: [[Segment]]) -> [Segment] {
    var joined: [Segment] = []
    for unit in lists.joined().filter(\.isUnit).sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, unit.start <= last.end {
        joined[joined.count - 1] = Segment(
          start: last.start, end: max(last.end, unit.end), label: last.label)
      } else {
        joined.append(unit)
      }
    }
    return joined
  }
}

extension Coincidences {
  /// The matrix of what two annotators both marked.
  func withoutGaps(_ reading: UnitizedAlpha.Reading) -> Coincidences {
    var marked = self
    for label in counts.indices {
      marked.counts[0][label] = 0
      marked.counts[label][0] = 0
    }
    marked.corrections = markedCorrections[reading] ?? corrections
    return marked
  }

  /// What chance gives for each pair of labels; `nil` where there is nothing to put together.
  private var expected: [[Double]]? {
    let (sums, total) = (sums, total)
    let pairs = total * total - corrections.reduce(0, +)
    guard pairs > 0 else { return nil }
    return sums.indices.map { one in
      sums.indices.map { other in
        total * (sums[one] * sums[other] - (one == other ? corrections[one] : 0)) / pairs
      }
    }
  }

  /// 1 less the disagreements by those expected.
  func alpha(otherwise reason: AgreementValue.Reason) -> AgreementValue {
    guard let expected else { return .undefined(reason) }
    return .chanceCorrected(
      observed: Self.besideDiagonal(counts), expected: Self.besideDiagonal(expected),
      otherwise: reason)
  }

  /// The same where all labels count as one.
  func boundaryAlpha(otherwise reason: AgreementValue.Reason) -> AgreementValue {
    guard let expected else { return .undefined(reason) }
    return .chanceCorrected(
      observed: 2 * counts[0].dropFirst().reduce(0, +),
      expected: 2 * expected[0].dropFirst().reduce(0, +), otherwise: reason)
  }

  /// The same for one label, against all others.
  func alpha(ofLabel label: Int) -> AgreementValue {
    let column = counts.reduce(0) { $0 + $1[label] }
    guard let expected, column > 0 else { return .undefined(.nothingShared) }
    let others = counts.indices.filter { $0 != label }
    let observed = others.reduce(0) { $0 + counts[$1][label] }
    let chance = others.reduce(0) { $0 + expected[$1][label] }
    // Everything paired is this label, on both sides: agreement is complete by definition.
    if chance == 0, observed == 0 { return .number(1) }
    let all = expected.reduce(0) { $0 + $1[label] }
    return .chanceCorrected(
      observed: all / column * observed, expected: chance, otherwise: .oneLabelOnly)
  }

  private static func besideDiagonal(_ matrix: [[Double]]) -> Double {
    matrix.indices.reduce(0) { sum, one in
      matrix[one].indices.reduce(sum) { $1 == one ? $0 : $0 + matrix[one][$1] }
    }
  }
}
