/// Lines that cannot be used as they are: the reader found out why.
struct MalformedLine: Rule {
  static let names: [DiagnosticName] = [
    .syntax, .blankLine, .byteOrderMark, .duplicateID, .invalidUTF8, .outOfRange, .reversedRange,
    .overlappingFragments, .standoffTooLarge, .gitMarkers,
  ]

  func finish(_ review: inout Review) {
    let lines = review.lines
    guard lines.set.store.refusal != nil || !lines.set.store.problems.isEmpty else { return }
    let malformed = lines.set.malformed.tellingConflictsOfGitOnce
    guard !malformed.isEmpty else { return }
    // The rest of the words of an annotation that runs over a line end is no fault of its own.
    let continuations = review.continuations
    for finding in malformed where !(finding.place.line.map(continuations.contains) ?? false) {
      review.report(finding)
    }
  }
}
