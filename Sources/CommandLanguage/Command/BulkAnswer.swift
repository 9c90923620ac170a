package import Standoff

/// What a person says to a numbered list: `y`, `n`, `all`, numbers as `1-4,6`, all but some as `-3`.
package struct BulkAnswer: Hashable, Sendable {
  /// The answers there are, as a question lists them.
  package static let choices = "y, n, all, or numbers as 1-4,6"

  /// What they mean.
  package static let explanation =
    "`y` takes what is ticked, `n` nothing, `all` every one, `1-4,6` those, `-3` what is ticked "
    + "but that, `?` shows the list again"

  /// The numbers that are taken.
  package let numbers: Set<Int>

  /// Reads an answer; an empty one is `n`, since nothing is changed by accident.
  ///
  /// Parts are parted by commas or blanks. A part that begins with `-` leaves those numbers out of
  /// the parts before it, or, where it stands first, of what is ticked.
  ///
  /// - Throws: `bad-answer`, which says what can be answered.
  package init(_ text: String, to hits: [Hit]) throws(DiagnosticError) {
    let ticked = Set(hits.filter(\.isTicked).map(\.number))
    let parts = text.split { $0 == "," || $0.isWhitespace }
    var numbers: Set<Int> = []
    for (index, part) in parts.enumerated() {
      switch part.lowercased() {
      case "y", "yes": numbers.formUnion(ticked)
      case "a", "all": numbers.formUnion(hits.map(\.number))
      case "n", "no", "q":
        guard parts.count == 1 else { throw Self.unreadable(part, hits.count) }
      default:
        let isTakenOut = part.hasPrefix("-")
        guard let range = Self.range(isTakenOut ? part.dropFirst() : part, within: hits.count)
        else { throw Self.unreadable(part, hits.count) }
        if isTakenOut {
          if index == 0 { numbers = ticked }
          numbers.subtract(range)
        } else {
          numbers.formUnion(range)
        }
      }
    }
    self.numbers = numbers
  }

  /// `3` or `1-4`.
  private static func range(_ part: Substring, within count: Int) -> ClosedRange<Int>? {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
      1 <= first, first <= last, last <= count
    else { return nil }
    return first...last
  }

  private static func unreadable(_ part: Substring, _ count: Int) -> DiagnosticError {
    DiagnosticError(
      .badAnswer, "`\(part)` is no answer; the numbers go from 1 to \(count)",
      at: Place(), notes: [explanation])
  }
}

extension DiagnosticName {
  /// An answer to a question that is none of those it offers.
  package static let badAnswer = DiagnosticName("bad-answer")
}
