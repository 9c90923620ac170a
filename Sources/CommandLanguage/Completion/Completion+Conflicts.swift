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
}
