import Adjudication
package import Standoff

/// `agree FILE… [measure=NAME,…] [by=PART] …`.
package struct AgreeCommand: Command {
  package static let manual = Manual(
    "agree", .files, "measures how far other files agree with what is open",
    brief: "measures agreement",
    grammar: [
      "agree FILE… [measure=NAME,…|all] [by=label|pair|attribute|relation]",
      "agree FILE… [unit=chars|words] [min=NUMBER] [reference=NAME] [scope=NAME=PARAGRAPHS]",
      "agree FILE… [sampler=statistical|shuffle] [seed=N] [samples=N] [precision=P] [worst=N]",
    ],
    details: """
      What is open is one annotator, each file another; acts that are not saved count. Without `measure` it \
      tells f1-strict, f1-overlap, alpha and gamma. A value that does not exist is `undefined`, with the \
      reason. Below `min` the exit status of a script is 1. `galley agree A B` measures files and folders \
      without a session.
      """,
    examples: [
      .init("agree ferry.ben.ann", "the usual measures, which labels met, and the worst places"),
      .init(
        "agree ferry.ben.ann ferry.eva.ann measure=alpha by=label unit=words",
        "three annotators, label by label, over words"),
    ],
    related: ["diff", "stats"])

  /// The paths of the files.
  package var paths: [Word]
  /// How agreement is measured.
  package var request: AgreementRequest

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    var command = Self(paths: [try reader.standoffFile()], request: AgreementRequest())
    while !reader.atEnd {
      guard let name = try reader.agreementOption() else {
        command.paths.append(try reader.standoffFile())
        continue
      }
      let value = try reader.agreementValue(of: name.option)
      try command.request.set(name.option, to: value, called: name.option.rawValue)
    }
    return command
  }

  /// The name of the open article, without `.txt`.
  private static func stem(of open: StandoffLocation) -> String {
    let article = FilePath.name(of: open.article ?? "")
    return article.hasSuffix(".txt") ? String(article.dropLast(4)) : article
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    let session = try workspace.current
    let set = session.annotations
    var annotators = [session.location.annotator ?? "open"]
    var sets: [AnnotationSet?] = [set]
    var files = [session.location.standoff]
    for path in paths {
      do {
        sets.append(try workspace.readStandoff(path.text))
      } catch {
        throw error.placed(at: path)
      }
      let location = StandoffLocation(
        ofStandoff: path.text, article: session.location.article ?? "")
      let name = location.annotator ?? path.text
      annotators.append(annotators.contains(name) ? path.text : name)
      files.append(path.text)
    }
    let stem = Self.stem(of: session.location)
    let plan = try request.plan(annotators: annotators, documents: [stem])
    let article = ComparedArticle(
      FilePath.name(of: session.location.standoff), set.article, sets: sets,
      annotators: annotators, read: try request.read(annotators, of: stem, set.article))
    let measured = try workspace.carryOut("measuring") {
      AgreementReport(AgreementEvidence(of: article, plan))
    }
    let text = AgreementText(measured, least: request.least)
    var report = Report(lines: text.lines)
    report.members = measured.members
    report.remarks = files.indices.flatMap { place in
      let name = annotators[place]
      let file = ComparedFile(
        files[place], isReference: plan.reference == place, isOpen: place == 0)
      let lines = StandoffLines(sets[place] ?? set)
      return [
        file.mergeAmongAnnotators(in: lines, reference: "reference=\(name.asWord)"),
        file.openConflicts(in: lines),
      ].compactMap(\.self).flatMap { DiagnosticText($0).lines }
    }
    report.remarks += text.shortfalls.map { StyledText($0) }
    report.hasFindings = text.isBelowLeast
    return report
  }
}

extension LineReader {
  /// Reads the name of an option of `agree` and the `=` behind it, if one stands here.
  ///
  /// - Throws: `unknown-option` where a name and `=` stand here that are none; a path has a dot or a
  ///   slash before its `=`.
  fileprivate mutating func agreementOption() throws(DiagnosticError) -> (
    option: AgreementRequest.Option, word: Word
  )? {
    let names = AgreementRequest.Option.allCases.map(\.rawValue)
    expectHere(.choice(names.map { $0 + "=" }))
    guard let word = optionName() else { return nil }
    if let option = AgreementRequest.Option(rawValue: word.text) { return (option, word) }
    throw DiagnosticError(
      .unknownOption, "`agree` has no option `\(word.text)`", at: word.place,
      notes: ["options: " + names.joined(separator: ", ")],
      fix: nearest(to: word.text, among: names))
  }

  fileprivate mutating func agreementValue(
    of option: AgreementRequest.Option
  ) throws(DiagnosticError) -> Word {
    let values = option.values
    return try touchingWord(
      expecting: values.isEmpty ? .text : .choice(values), "the value of `\(option.rawValue)`",
      isValue: true)
  }
}
