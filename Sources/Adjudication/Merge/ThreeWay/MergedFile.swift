import Standoff

/// The writing of merged lines as a file.
///
/// Where both sides are in the form of the clean profile so is the file, whichever side is called
/// ours. Else the lines keep the order of ours, and what is new stands at the end, as brat has it.
/// Lines that cannot be used are kept as they came.
struct MergedFile {
  private let lines: [AnnotationID: StandoffRecord]
  private let groups: [GroupMerge.Group]
  private let alignment: RecordAlignment
  private let unusable: [[UInt8]: Int]

  /// Takes over what was merged.
  init(
    _ lines: [AnnotationID: StandoffRecord], _ groups: [GroupMerge.Group],
    _ alignment: RecordAlignment, base: AnnotationSet, ours: AnnotationSet, theirs: AnnotationSet
  ) {
    self.lines = lines
    self.groups = groups
    self.alignment = alignment
    let (old, a, b) = (Self.counts(base), Self.counts(ours), Self.counts(theirs))
    unusable = a.merging(b) { first, _ in first }.reduce(into: [:]) { kept, line in
      let counts = (old[line.key] ?? 0, a[line.key] ?? 0, b[line.key] ?? 0)
      kept[line.key] = FieldMerge(counts.0, counts.1, counts.2, isSame: ==)
        .value(max(counts.1, counts.2))
    }
  }

  /// The merged file, on the article of `ours`.
  func set(ours: AnnotationSet, theirs: AnnotationSet) -> AnnotationSet {
    let isInForm = ours.isInForm && theirs.isInForm
    let file = isInForm ? contents(inOrderOf: []) : contents(inOrderOf: ours.parts)
    // Line ends that both sides have are kept.
    let end: [UInt8] =
      !isInForm && ours.hasCarriageReturns ? [.carriageReturn, .lineFeed] : [.lineFeed]
    let set = AnnotationSet(parsing: file.flatMap { $0 + end }, of: ours.article)
    return isInForm ? AnnotationSet(parsing: set.formatted(), of: ours.article) : set
  }

  private func contents(inOrderOf parts: [StandoffPart]) -> [[UInt8]] {
    var file: [[UInt8]] = []
    var (rest, groupsLeft, othersLeft) = (lines, groups, unusable)
    let names = alignment.sides.ours.names
    for part in parts {
      switch part {
      case .blank(let content): file.append(content)
      case .unusable(let content):
        if let count = othersLeft[content], count > 0 {
          othersLeft[content] = count - 1
          file.append(content)
        }
      case .record(let record) where record.kind == .group:
        let own = record.renamed(nil, names)
        guard let index = groupsLeft.firstIndex(of: GroupMerge.Group(own)) else { continue }
        groupsLeft.remove(at: index)
        file.append(own.content)
      case .record(let record):
        if let line = rest.removeValue(forKey: names[record.id] ?? record.id) {
          file.append(line.content)
        }
      }
    }
    for id in alignment.sides.theirs.order {
      if let line = rest.removeValue(forKey: id) { file.append(line.content) }
    }
    file += rest.sorted { $0.key < $1.key }.map(\.value.content)
    file += groupsLeft.map(spelled)
    let others = othersLeft.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return file + others.flatMap { Array(repeating: $0.key, count: $0.value) }
  }

  /// The line of a group as a side has it, the lower one of two; else with its members sorted.
  private func spelled(_ group: GroupMerge.Group) -> [UInt8] {
    let lines = alignment.sides.all.flatMap(\.groups)
      .filter { GroupMerge.Group($0) == group }.map(\.content)
    return lines.min { $0.lexicographicallyPrecedes($1) } ?? Array(group.line.utf8)
  }

  private static func counts(_ set: AnnotationSet) -> [[UInt8]: Int] {
    set.parts.reduce(into: [:]) { counts, part in
      if case .unusable(let content) = part { counts[content, default: 0] += 1 }
    }
  }
}
