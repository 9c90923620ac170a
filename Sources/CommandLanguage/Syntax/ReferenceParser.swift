package import Standoff

extension LineReader {
  /// Reads references parted by blanks or commas: `c1 c2-c5 $`, `where claim by s1`.
  ///
  /// Reading stops at the end, before `name=`, before `as` and before a word that `isOver` accepts.
  /// A query stands without parentheses only where nothing follows in the command, which `isLast`
  /// says. Without a single reference `missing-argument` is thrown. Completion offers what may
  /// follow the references read so far as well.
  package mutating func references(
    isLast: Bool = true,
    followedBy following: ([ReferenceExpression]) -> Expectation? = { _ in nil },
    until isOver: (String) -> Bool = { _ in false }
  ) throws(DiagnosticError) -> [ReferenceExpression] {
    var references: [ReferenceExpression] = []
    while true {
      expectHere(.choice(["where"]))
      skipBlanks()
      if !references.isEmpty {
        if cursor != nil, let next = following(references) { expectHere(next) }
        if isEnd || upcomingIsOption { expectHere(.reference(relation: nil, from: .unknown)) }
        guard !isEnd, !upcomingIsOption else { break }
        if let word = upcoming, word == "as" || isOver(word) { break }
      }
      let item = try referenceItem(relation: nil, from: .unknown, isLast: isLast)
      if references.isEmpty { try refuseCondition(item, isLast: isLast) }
      references.append(item)
      if upcoming.map(isOver) != true { try refuseOperator(after: item) }
      if next == "," { offset += 1; tokenEnd = offset }
    }
    return references
  }

  /// Reads one reference, or several parted by commas without blanks.
  ///
  /// That is an end of a relation, or the value after `by=`. Completion offers what the relation
  /// may lead to from where it starts. `isLast` says that nothing follows in the command, so that a
  /// query needs no parentheses.
  package mutating func referenceList(
    relation: String? = nil, from start: Bearer = .unknown, isLast: Bool = false
  ) throws(DiagnosticError) -> [ReferenceExpression] {
    var references = [
      try referenceItem(relation: relation, from: start, isLast: isLast)
    ]
    while next == "," {
      offset += 1
      tokenEnd = offset
      references.append(try referenceItem(relation: relation, from: start, isLast: isLast))
    }
    return references
  }

  /// Refuses an operator behind words that name an annotation: it needs parentheses around all.
  package func refuseOperator(after reference: ReferenceExpression?) throws(DiagnosticError) {
    guard let reference, case .words(let label, let span) = reference.form, let name = upcoming,
      ["in", "..", "+"].contains(name)
    else { return }
    var ahead = self
    _ = ahead.keyword(name)
    let other = try? ahead.spanForm()
    throw DiagnosticError(
      .syntax, "where an annotation is named, words stand in parentheses with `\(name)`",
      at: other.map { reference.place.through($0.place) } ?? nextPlace,
      fix: other.map { (label.map { $0 + ":" } ?? "") + "(\(span) \(name) \($0))" })
  }

  private mutating func referenceItem(
    relation: String?, from origin: Bearer, isLast: Bool
  ) throws(DiagnosticError) -> ReferenceExpression {
    let touches = tokenEnd == offset && (scalar(offset - 1) == "=" || scalar(offset - 1) == ",")
    if !touches { skipBlanks() }
    let start = offset
    let expectation = Expectation.reference(relation: relation, from: origin)
    guard !isBreak(start), !isEnd else {
      expect(expectation, over: start..<start, touching: touches)
      throw missing("a reference such as `c1`, `$` or `\"words\"`")
    }
    let form = try referenceForm(expectation: expectation, isLast: isLast, touches: touches)
    let range = start..<tokenEnd
    guard isBreak(offset) || next == "," || next == ")" || next == ";" else {
      throw DiagnosticError(
        .syntax, "a blank belongs after a reference", at: place(of: offset..<offset + 1))
    }
    return ReferenceExpression(form, at: place(of: range))
  }

  private mutating func referenceForm(
    expectation: Expectation, isLast: Bool, touches: Bool
  ) throws(DiagnosticError) -> ReferenceExpression.Form {
    if startsSpan, next != "$", next != "(" {
      expect(expectation, over: offset..<offset, touching: touches)
      return .words(label: nil, try singleForm())
    }
    if next == "(" { return try parenthesised() }
    let start = offset
    let end = nameEnd(from: start)
    expect(expectation, over: start..<end, touching: touches)
    let typed = String(scalars: scalars[start..<end])
    if let colon = typed.firstIndex(of: ":"), typed.index(after: colon) == typed.endIndex {
      offset = end
      tokenEnd = end
      let label = String(typed[..<colon])
      guard startsSpan, !label.isEmpty else {
        throw DiagnosticError(
          .syntax, "after `\(typed)` stand words in quotes, as in `speaker:\"Kim\"`",
          at: place(of: start..<end))
      }
      return .words(label: label, try singleForm())
    }
    offset = end
    tokenEnd = end
    switch typed {
    case "$": return .last
    case "where": return .matching(try whereQuery(isLast: isLast, from: start))
    case "": throw surplus()
    default: return rangeOfHandles(typed) ?? .named(typed)
    }
  }

  /// Refuses a word that begins a condition of a query, and so can name no annotation.
  private func refuseCondition(
    _ reference: ReferenceExpression, isLast: Bool
  ) throws(DiagnosticError) {
    guard case .named(let word) = reference.form,
      ["in", "not", "overlapping", "text", "without"].contains(word) || isLast && word == "note"
    else { return }
    throw DiagnosticError(
      .unknownReference, "no annotation is called `\(word)`: conditions stand behind `where`",
      at: reference.place,
      notes: isLast ? [] : ["a query stands in parentheses, as in `where (claim by s1)`"],
      fix: isLast ? "where \(word)" : nil)
  }

  /// Reads a span on which one annotation stands.
  private mutating func singleForm() throws(DiagnosticError) -> SpanExpression {
    let span = try wordsForm()
    guard !span.isBulk else {
      throw DiagnosticError(
        .syntax, "a reference names one annotation; choose one, as in `[1]`", at: span.place)
    }
    return span
  }

  private mutating func parenthesised() throws(DiagnosticError) -> ReferenceExpression.Form {
    var ahead = self
    ahead.offset += 1
    ahead.tokenEnd = ahead.offset
    guard ahead.upcoming == "where" else { return .words(label: nil, try singleForm()) }
    let start = try openParenthesis()
    _ = keyword("where")
    let query = try query()
    try closeParenthesis(openedAt: start)
    return .matching(query)
  }

  private mutating func whereQuery(
    isLast: Bool, from start: Int
  ) throws(DiagnosticError) -> QueryExpression {
    guard !isLast else { return try query() }
    skipBlanks()
    guard next == "(" else {
      expect(.condition, over: offset..<offset)
      throw DiagnosticError(
        .syntax, "here a query stands in parentheses, as in `where (claim by s1)`",
        at: place(of: start..<tokenEnd))
    }
    let opening = try openParenthesis()
    let query = try query()
    try closeParenthesis(openedAt: opening)
    return query
  }

  /// Where the handle, name, id or `label:` ends that begins at `start`.
  private func nameEnd(from start: Int) -> Int {
    let limit = wordEnd(from: start)
    var end = start
    while end < limit, !scalars[end].endsName {
      end += 1
      if scalars[end - 1] == ":" { break }
    }
    return end
  }

  /// `c2-c5` as a range: letters and digits on both sides of a hyphen.
  private func rangeOfHandles(_ typed: String) -> ReferenceExpression.Form? {
    let ends = typed.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy(\.isHandle) else { return nil }
    return .through(String(ends[0]), String(ends[1]))
  }
}

extension Substring {
  /// Whether this is spelled like a handle: letters, then digits.
  var isHandle: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
    let digits = unicodeScalars.drop { !("0"..."9").contains($0) }
    return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
  }
}
