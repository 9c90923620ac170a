package import Standoff

/// `assert count QUERY OPERATOR NUMBER`.
package struct AssertCommand: Command {
  package static let manual = Manual(
    "assert", .script, "stops a script unless something holds", brief: "stops unless it holds",
    grammar: ["assert count [QUERY] OPERATOR NUMBER", "assert valid"],
    details: """
      Operators are `=`, `!=`, `<`, `<=`, `>`, `>=`; without a query all annotations count. \
      `assert valid` holds where `validate` has nothing to say. What fails stops the script, exit \
      status 2, and no file is touched.
      """,
    examples: [
      .init("assert count claim >= 3", "there are three claims at least"),
      .init("assert count (claim without by) = 0", "every claim has its speaker"),
    ],
    related: ["validate", "list", "stats"])

  /// How two counts compare.
  package enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="

    /// The operator before a number in a sentence, with a blank.
    package var words: String {
      switch self {
      case .equal: ""
      case .unequal: "anything but "
      case .less: "less than "
      case .atMost: "at most "
      case .more: "more than "
      case .atLeast: "at least "
      }
    }

    /// Whether it holds between two counts.
    package func holds(_ left: Int, _ right: Int) -> Bool {
      switch self {
      case .equal: left == right
      case .unequal: left != right
      case .less: left < right
      case .atMost: left <= right
      case .more: left > right
      case .atLeast: left >= right
      }
    }
  }

  /// How other languages spell comparisons.
  private static let habits: [String: Comparison] = [
    "==": .equal, "<>": .unequal, "≠": .unequal, "=>": .atLeast, "≥": .atLeast, "=<": .atMost,
    "≤": .atMost,
  ]

  /// What is to hold.
  package enum Claim: Sendable {
    /// A count of annotations.
    case count(QueryExpression?, Comparison, Int)
    /// That nothing is found wrong.
    case valid
  }

  /// What is to hold.
  package var claim: Claim
  /// Where it stands.
  package var place: Place

  package static func parse(
    _ reader: inout LineReader, schema: Schema
  ) throws(DiagnosticError) -> Self {
    let place = reader.nextPlace
    if reader.keyword("valid") { return Self(claim: .valid, place: place) }
    guard reader.keyword("count") else { throw reader.missing("`count` or `valid`") }
    let operators = Comparison.allCases.map(\.rawValue)
    let query = operators.contains(reader.upcoming ?? "") ? nil : try reader.query()
    guard let word = reader.keyword(among: operators),
      let comparison = Comparison(rawValue: word.text)
    else {
      if let typed = reader.upcoming, let meant = Self.habits[typed] {
        throw DiagnosticError(
          .unexpectedArgument, "`\(typed)` is written `\(meant.rawValue)`", at: reader.nextPlace,
          fix: meant.rawValue)
      }
      throw reader.missing("an operator such as `>=`")
    }
    return Self(claim: .count(query, comparison, try reader.number()), place: place)
  }

  package func run(in workspace: inout Workspace) throws(DiagnosticError) -> Report {
    switch claim {
    case .valid:
      let findings = try workspace.findings()
      guard let first = findings.first else { return Report() }
      throw DiagnosticError(
        .assertion, "not valid: \(findings.count) findings", at: place,
        notes: [first.message + " [\(first.name)]"])
    case .count(let query, let comparison, let expected):
      let count: Int
      if let query {
        count = try workspace.matching(query).count
      } else {
        count = try workspace.annotations.annotations.count
      }
      guard !comparison.holds(count, expected) else { return Report() }
      throw DiagnosticError(
        .assertion,
        "the count\(query.map { " of `\($0)`" } ?? "") is \(count), not "
          + "\(comparison.words)\(expected)",
        at: place)
    }
  }
}

extension DiagnosticName {
  /// An `assert` that does not hold.
  package static let assertion = DiagnosticName("assertion")
}
