package import Adjudication
package import Standoff

/// `merge FILE… [policy=P] [boundary=R]`.
package struct MergeCommand: Command {
  package static let manual = Manual(
    "merge", .files, "puts other annotators' files together with what is open",
    brief: "takes in others' files",
    grammar: ["merge FILE… [policy=POLICY] [boundary=RULE]"],
    details: """
      What is open counts as one annotator's, unless nothing is annotated in it yet. What all say alike \
      is settled; the rest stands in every reading and is a conflict, unless a policy decides: union, \
      intersection, majority, threshold=2, threshold=50%, priority=ana,ben, weighted=ana:2,ben:1. \
      Rules for words that differ are exact, longest, shortest and median. One step for `undo`. \
      `galley merge` does the same with files and folders, without a session.
      """,
    examples: [
      .init("merge ferry.ana.ann ferry.ben.ann", "what both say alike, and conflicts"),
      .init("merge ferry.ben.ann policy=union boundary=longest", "takes in all that ben has"),
    ],
    related: ["diff", "undo"])

  /// The paths of the files.
  package var paths: [Word]
  /// What decides.
  package var policy: (any MergePolicy)?
  /// What decides about words.
  package var boundaries: BoundaryRule?

  private static let policyStart = "policy="
  private static let boundaryStart = "boundary="

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var command = Self(paths: [try reader.standoffFile()])
    while !reader.atEnd {
      if reader.upcoming?.hasPrefix(policyStart) == true {
        let word = try reader.word(
          expecting: .choice(PolicyList.names.map { policyStart + $0 }), "a policy")
        do {
          command.policy = try PolicyList.policy(String(word.text.dropFirst(policyStart.count)))
        } catch {
          throw error.placed(at: word)
        }
      } else if reader.upcoming?.hasPrefix(boundaryStart) == true {
        let rules = BoundaryRule.allCases.map(\.rawValue)
        let word = try reader.word(
          expecting: .choice(rules.map { boundaryStart + $0 }), "a rule")
        let name = String(word.text.dropFirst(boundaryStart.count))
        guard let rule = BoundaryRule(rawValue: name) else {
          throw DiagnosticError(
            .unknownOption, "there is no rule of boundaries `\(name)`", at: word.place,
            notes: ["rules: " + rules.joined(separator: ", ")],
            fix: nearest(to: name, among: rules).map { boundaryStart + $0 })
        }
        command.boundaries = rule
      } else {
        command.paths.append(try reader.standoffFile())
      }
    }
    return command
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let session = try workspace.current
    var sets: [AnnotatorSet] = []
    var roll = AnnotatorRoll()
    let article = session.location.article ?? ""
    if !session.annotations.records.isEmpty {
      var own = StandoffLocation(ofStandoff: session.location.standoff, article: article)
      own.annotator = session.location.annotator ?? own.annotator
      sets.append(AnnotatorSet(try own.owner, session.annotations))
      try roll.add(sets[0], at: session.location.standoff)
    }
    var named = AnnotatorPaths()
    for path in paths {
      do {
        try named.add(path.text)
        let annotator = try StandoffLocation(ofStandoff: path.text, article: article).owner
        let set = AnnotatorSet(annotator, try workspace.readStandoff(path.text))
        try roll.add(set, at: path.text)
        sets.append(set)
      } catch {
        throw error.placed(at: path)
      }
    }
    let merge = try AnnotatorMerge(
      of: sets, policy: policy ?? AgreedPolicy(), boundaries: boundaries ?? .exact)
    var command = ResolvedCommand("merge")
    for path in paths { command.append(path.text.asWord) }
    if let policy { command.append(Self.policyStart + policy.name) }
    if let boundaries { command.append(Self.boundaryStart + boundaries.rawValue) }
    try session.perform(
      Edit(from: session.annotations, to: merge.merged), as: command.text)
    let text = MergeText(merge)
    var report = Report()
    report.items = text.lines.map { .line(StyledText($0)) }
    if let warning = text.warning { report.items.append(.echo(StyledText(warning, .faint))) }
    report.hasFindings = merge.conflictCount > 0
    report.members = text.members
    return report
  }
}
