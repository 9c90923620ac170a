/// Lines that cannot be used as they are: the reader found out why.
struct MalformedLine: Rule {
  static let names: [DiagnosticName] = [
    .syntax, .blankLine, .byteOrderMark, .duplicateID, .invalidUTF8, .outOfRange, .reversedRange,
    .overlappingFragments, .standoffTooLarge,
  ]

  func finish(_ review: inout Review) {
    for finding in review.set.malformed where !review.isContinuation(line: finding.place.line) {
      review.report(finding)
    }
  }
}
