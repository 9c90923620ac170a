import Standoff

/// What a change of a schema's names came to, a line a file and one for all.
struct SchemaChangeText {
  /// The lines.
  let lines: [String]

  /// Lays out a change that was carried out, or would be.
  init(_ migration: SchemaMigration, isDryRun: Bool) {
    let change = migration.change
    let names = change.names.joined(separator: " and ")
    let act = change.new.map { "\(names) → \($0)" } ?? "\(names) removed"
    var total = SchemaChange.Outcome()
    var lines = migration.changes.map { file in
      total.changed += file.outcome.changed
      total.removedWith.merge(file.outcome.removedWith, uniquingKeysWith: +)
      total.shortened += file.outcome.shortened
      total.repeated += file.outcome.repeated
      total.opposed += file.outcome.opposed
      return "\(file.path): \(Self.text(of: file.outcome, unusable: file.unusable))"
    }
    let files = counted(migration.changes.count, "file")
    lines.append(
      "\(change.kind.rawValue) \(act): \(Self.text(of: total)) in \(files)"
        + (isDryRun ? "; nothing was written" : ""))
    self.lines = lines
  }

  private static func text(of outcome: SchemaChange.Outcome, unusable: Int = 0) -> String {
    var parts = [counted(outcome.changed, "line")]
    if !outcome.removedWith.isEmpty {
      let names = outcome.removedWith.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      let others =
        names.count < 2
        ? names : [names.dropLast().joined(separator: ", "), names[names.count - 1]]
      parts[0] +=
        " with \(others.joined(separator: " and ")) on \(outcome.changed == 1 ? "it" : "them")"
    }
    if outcome.shortened > 0 {
      let count = outcome.shortened
      parts.append("taken out of \(count) \(count == 1 ? "event or group" : "events and groups")")
    }
    if outcome.repeated > 0 {
      let verb = outcome.repeated == 1 ? "says" : "say"
      parts.append("\(outcome.repeated) of which now \(verb) what another does")
    }
    if outcome.opposed > 0 {
      let verb = outcome.opposed == 1 ? "gives" : "give"
      parts.append("\(outcome.opposed) of which now \(verb) another value to what has one")
    }
    if unusable > 0 {
      let verb = unusable == 1 ? "stays" : "stay"
      parts.append("\(counted(unusable, "line")) that cannot be used \(verb)")
    }
    return parts.joined(separator: ", ")
  }
}
