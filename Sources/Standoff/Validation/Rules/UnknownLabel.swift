/// Labels that the schema does not have, and labels that only group others; each said once.
struct UnknownLabel: LineRule {
  static let names: [DiagnosticName] = [.unknownLabel, .unusableLabel]
  static let kinds: Set<LineKind> = [.textBound, .discontinuous, .event]
  static let passesPlainLines = true

  private var sightings = Sightings<UInt32>()

  mutating func visit(_ row: UInt32, _ review: inout Review) {
    let label = review.lines.set.store.labelIndex(of: row)
    let traits = review.schema.traits(of: label)
    if !traits.isKnown || traits.isAbstract { sightings.add(label, row) }
  }

  func finish(_ review: inout Review) {
    let schema = review.schema.schema
    for (label, row, notes, lines) in sightings.faults(in: review) {
      let name = review.schema.name(label)
      if review.schema.traits(of: label).isKnown {
        let below = schema.concrete([name])
        review.report(
          .unusableLabel, Self.unusable(name, below: below), .name, of: row, notes: notes,
          lines: lines,
          fix: below.count == 1 ? below.first : nil)
        continue
      }
      let names = schema.labels.filter { !$0.isAbstract }.map(\.name)
      let near = schema.label(named: name)?.name ?? nearest(to: name, among: names)
      review.report(
        .unknownLabel, Self.unknown(name, schema.name, near: near, names), .name, of: row,
        notes: notes, lines: lines, fix: near)
    }
  }
}

extension UnknownLabel {
  private static func unknown(
    _ name: String, _ schema: String, near: String?, _ names: [String]
  ) -> String {
    let next = near.map { "did you mean \($0)?" } ?? "it has \(list(names, "and"))"
    return "the schema \(schema) has no label \(abridged(name)); \(next)"
  }

  private static func unusable(_ name: String, below: [String]) -> String {
    "the label \(name) only groups others; "
      + (below.isEmpty ? "choose another one" : "choose \(list(below))")
  }
}

extension DiagnosticName {
  /// The schema does not have a label.
  public static let unknownLabel = DiagnosticName("unknown-label")
  /// A label only groups others and cannot be used itself.
  public static let unusableLabel = DiagnosticName("unusable-label")
}
