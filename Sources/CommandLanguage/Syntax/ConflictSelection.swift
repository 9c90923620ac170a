package import Standoff

/// Which of the conflicts of a merged file are meant.
package enum ConflictSelection: Hashable, Sendable {
  /// All that are open.
  case all
  /// Those with these numbers: `1 3-5`.
  case numbered([Numbers])
  /// Those about an annotation that meets a query.
  case matching(ReferenceExpression)

  /// Numbers that were typed as one word part.
  package struct Numbers: Hashable, Sendable {
    /// The numbers.
    package var range: ClosedRange<Int>
    /// Where they stand.
    package var place: Place
  }
}

extension LineReader {
  /// Reads `3`, `1-4,6`, `1 2`, `where (QUERY)`, `all`; nothing of that is `nil`.
  ///
  /// Numbers are read as far as there are any. `isLast` says that nothing follows in the command, so
  /// that a query needs no parentheses.
  package mutating func conflicts(
    isLast: Bool
  ) throws(DiagnosticError) -> ConflictSelection? {
    expectHere(.choice(["where", "all"]))
    if upcoming == "where" {
      return .matching(try reference(isLast: isLast))
    }
    if keyword("all") { return .all }
    var numbers: [ConflictSelection.Numbers] = []
    while let typed = upcoming, typed.isNumberList {
      let word = try word(expecting: .conflict)
      for part in typed.split(separator: ",") {
        let ends = part.split(separator: "-").map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
          throw DiagnosticError(
            .badNumber, "`\(part)` names no conflicts: they are numbered as `conflicts` lists them",
            at: word.place)
        }
        numbers.append(.init(range: first...last, place: word.place))
      }
    }
    if numbers.isEmpty { expectHere(.conflict) }
    return numbers.isEmpty ? nil : .numbered(numbers)
  }

  private mutating func reference(
    isLast: Bool
  ) throws(DiagnosticError) -> ReferenceExpression {
    guard let query = try referenceList(isLast: isLast).first else {
      throw missing("a query")
    }
    return query
  }
}

extension String {
  /// Whether this is numbers and ranges of numbers parted by commas.
  fileprivate var isNumberList: Bool {
    let parts = split(separator: ",", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      return ends.count <= 2
        && ends.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    }
  }
}
