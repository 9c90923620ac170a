import Adjudication
import Standoff

/// The conflicts of a merged file, and what is said in them.
extension Completion {
  /// Adds the numbers of what is open, each with what it is about.
  mutating func addConflicts(_ expected: Expected) {
    guard let open = try? workspace.conflicts(.all) else { return }
    more += max(0, open.count - Self.most)
    for group in open.prefix(Self.most) where "\(group.number)".hasPrefix(expected.typed) {
      guard let text = try? ConflictText(group, in: workspace) else { continue }
      candidates.append(Candidate(text: "\(group.number)", note: text.note))
    }
  }

  /// Adds what some conflicts can be settled for: everybody who has a part in them, then the words
  /// that settle one of them.
  mutating func addReadings(of selection: ConflictSelection, _ expected: Expected) {
    guard let groups = try? workspace.conflicts(selection), let set = try? workspace.annotations
    else { return }
    var names: [(String, String?)] = []
    for group in groups {
      guard let text = try? ConflictText(group, in: workspace) else { continue }
      for (index, reading) in group.readings.enumerated() {
        for name in reading.annotators where !names.contains(where: { $0.0 == name }) {
          names.append((name, groups.count == 1 ? text.words(of: index) : nil))
        }
      }
    }
    add(names, expected)
    let readings = ResolveCommand.readings.filter { reading in
      groups.contains { $0.offers(reading.choice, in: set) }
    }
    add(readings.map { ($0.choice.word ?? "", $0.meaning) }, expected)
    if groups.contains(where: { $0.kind == .label || $0.kind == .presence }) { addLabels(expected) }
  }

  /// Adds what values can be given to with a reading: the disputed attribute or, of annotations, what all
  /// their labels take.
  mutating func addDisputedOptions(
    of selection: ConflictSelection, _ label: String?, _ expected: Expected
  ) {
    guard let groups = try? workspace.conflicts(selection), let set = try? workspace.annotations
    else { return }
    let disputed = Set(groups.compactMap { $0.kind == .attribute ? $0.name : nil })
    guard disputed.isEmpty else {
      return add(disputed.sorted().map { ($0, nil) }, expected, suffix: "=")
    }
    let relations = Set(
      groups.compactMap { group in
        group.kind == .relation
          ? group.ids.lazy.compactMap { set.relation(of: $0)?.name }.first : nil
      })
    guard relations.isEmpty else {
      let names = relations.sorted().flatMap { attributes(ofRelation: $0) }
      return add(names.map { ($0.name, nil) }, expected, suffix: "=")
    }
    guard groups.contains(where: { $0.kind != .text }) else { return }
    addAttributes(of: labels(of: .settled(selection, label: label)), expected, suffix: "=")
  }

  /// The labels of the readings of conflicts.
  func disputedLabels(of selection: ConflictSelection) -> [String] {
    guard let groups = try? workspace.conflicts(selection), let set = try? workspace.annotations
    else { return [] }
    return Set(groups.flatMap { $0.ids + [$0.target] }.compactMap { set[$0]?.label }).sorted()
  }

  /// The relation that a value is for: that of the bearer, or that in dispute.
  func relation(meantBy bearer: Bearer) -> String? {
    switch bearer {
    case .relation(let name): return name
    case .settled(let selection, _):
      guard let groups = try? workspace.conflicts(selection), let set = try? workspace.annotations
      else { return nil }
      return groups.lazy.flatMap { $0.ids + [$0.target] }
        .compactMap { set.relation(of: $0)?.name }.first
    case .unknown, .label, .annotations, .related: return nil
    }
  }
}
