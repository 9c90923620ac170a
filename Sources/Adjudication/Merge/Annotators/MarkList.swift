import Standoff

/// The annotations of several annotators in the order of the text.
struct MarkList: Sendable {
  /// The annotations; what says the same stands together.
  private(set) var marks: [Mark] = []
  /// The labels and all other names by rank, in the order of their bytes.
  let labels: [String]
  /// By source and the index of a name in its file, the rank.
  let ranks: [[UInt32]]
  /// The stretches of discontinuous annotations, by the number of the pieces.
  private(set) var pieces: [[TextRange]] = [[]]

  /// Lists the annotations of sources.
  init(_ sources: [MergeSource]) {
    let names = NameRanks(sources.map(\.lines))
    (labels, ranks) = (names.names, names.ranks)
    let scopes = sources.map(Self.articleLevel)
    let articles = Self.numbers(of: scopes.lazy.flatMap(\.values))
    let most = sources.reduce(0) { $0 + $1.rows.count }
    marks.reserveCapacity(most)
    LargePages.ask(for: &marks, upTo: most / 2)
    // The stretches of discontinuous annotations as they are met.
    var found: [(mark: Int, pieces: [TextRange])] = []
    for (number, source) in sources.enumerated() {
      let (lines, columns, ranks) = (source.lines, source.columns, ranks[number])
      let scope = scopes[number]
      for row in source.rows {
        let kind = columns.kinds[Int(row)]
        guard kind.isTextBound else { continue }
        let extent = lines.extent(of: row)
        if kind == .discontinuous {
          let pieces = lines.ranges(of: row)
          if pieces.count > 1 { found.append((marks.count, pieces)) }
        }
        marks.append(
          Mark(
            lower: extent.lower, upper: extent.upper, pieces: 0,
            label: ranks[Int(columns.names[Int(row)])],
            article: scope.isEmpty ? 0 : scope[row].flatMap { articles[$0] } ?? 0,
            annotator: UInt32(number), row: row))
      }
    }
    if !found.isEmpty {
      let numbers = Self.numbers(of: found.lazy.map(\.pieces))
      pieces += numbers.sorted { $0.value < $1.value }.map(\.key)
      for (mark, pieces) in found { marks[mark].pieces = numbers[pieces] ?? 0 }
    }
    marks.sort { one, other in
      if let precedes = one.precedes(other) { return precedes }
      if one.annotator != other.annotator { return one.annotator < other.annotator }
      return sources[Int(one.annotator)].lines.idPrecedes(one.row, other.row)
    }
  }

  /// What a mark is on.
  func ranges(of mark: Mark) -> [TextRange] {
    mark.pieces == 0 ? [TextRange(Int(mark.lower), Int(mark.upper))] : pieces[Int(mark.pieces)]
  }

  /// The label of a mark.
  func label(of mark: Mark) -> String { labels[Int(mark.label)] }

  /// The rank of a role by the index of its name, counted from 1; 0 where there is none.
  func roleRank(of index: UInt32?, in source: Int) -> UInt32 {
    index.map { ranks[source][Int($0)] + 1 } ?? 0
  }

  /// The rank of a role; `nil` where no line gives it.
  func roleRank(of role: String) -> UInt32? {
    labels.firstIndex { $0.utf8.elementsEqual(role.utf8) }.map { UInt32($0) + 1 }
  }

  /// The role of a rank.
  func role(at rank: UInt32) -> String { rank == 0 ? "" : labels[Int(rank) - 1] }

  /// Numbers for lists in their order, counted from 1.
  private static func numbers<Element: Hashable & Comparable>(
    of lists: some Sequence<[Element]>
  ) -> [[Element]: UInt32] {
    let distinct = Set(lists)
    guard !distinct.isEmpty else { return [:] }
    let order = distinct.sorted { $0.lexicographicallyPrecedes($1) }
    return Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($1, UInt32($0) + 1) })
  }

  /// The annotations of the whole article, each with a word that it is so and its references.
  private static func articleLevel(_ source: MergeSource) -> [UInt32: [String]] {
    let lines = source.lines
    guard lines.hasName(Annotation.scopeName) else { return [:] }
    var found: [UInt32: [String]] = [:]
    for row in source.rows where lines.kind(of: row) == .attribute {
      guard lines.name(of: row) == Annotation.scopeName,
        lines.record(row).value == Annotation.articleScope, let target = lines.target(of: row)
      else { continue }
      found[target] = [Annotation.articleScope]
    }
    for row in source.rows where lines.kind(of: row) == .reference {
      guard let target = lines.target(of: row), found[target] != nil else { continue }
      found[target]?.append(lines.record(row).entry)
    }
    return found.mapValues { [$0[0]] + $0.dropFirst().sorted() }
  }
}
