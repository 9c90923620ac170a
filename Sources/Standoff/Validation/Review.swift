/// A standoff file under review: what rules look at, and what they have found.
struct Review {
  /// The file, which is held by itself where it is used while the review is changed.
  let lines: ReviewedLines
  /// What the schema says about the names in the file.
  var schema: SchemaFacts
  /// The rows of the `T` lines that events stand on, each with the row of the event, which is `none`
  /// where there are several.
  let events: [UInt32: UInt32]
  /// The annotations whose words do not stand where they say.
  var misfits = MisfitList()
  /// What was found, in no order.
  private(set) var findings: [Diagnostic] = []

  /// The index of the name of the attribute that makes an annotation one of the whole article;
  /// `nil` where the file has none.
  let scopeName: UInt32?

  private let source: String?
  /// The number of the line in each row; empty where rows stand as they came.
  private let lineNumbers: [UInt32]
  /// Which annotations need not be shown to most rules.
  private let plainSpans: PlainSpans?
  private let skipsPlainLines: Bool

  /// Begins the review of a file; whether plain lines are skipped makes no difference but for time.
  init(of set: AnnotationSet, schema: Schema, source: String?, skipsPlainLines: Bool = true) {
    self.init(
      of: ReviewedLines(set), schema: schema, source: source, skipsPlainLines: skipsPlainLines)
  }

  /// The same of a set in its box.
  init(
    of lines: ReviewedLines, schema: Schema, source: String?, skipsPlainLines: Bool = true
  ) {
    self.lines = lines
    scopeName = lines.set.scopeName
    self.source = source
    let facts = SchemaFacts(schema, names: lines.set.store.names)
    self.schema = facts
    self.skipsPlainLines = skipsPlainLines
    plainSpans = skipsPlainLines ? PlainSpans(facts) : nil
    events = lines.set.store.mayHaveEvents ? lines.set.store.eventsByTrigger : [:]
    lineNumbers = lines.set.store.order.isAsRead ? [] : lines.set.store.lineNumbers
  }

  /// The article.
  var article: Article { lines.set.article }

  /// Whether an event stands on a `T` line.
  func isTrigger(_ row: UInt32) -> Bool { !events.isEmpty && events[row] != nil }

  /// The number of a line, counted from 1.
  func lineNumber(of row: UInt32) -> Int {
    lineNumbers.isEmpty ? Int(row) + 1 : Int(lineNumbers[Int(row)])
  }

  /// Adds a finding about a part of a line.
  ///
  /// A `fix` is what has to stand in place of that part.
  mutating func report(
    _ name: DiagnosticName, severity: Diagnostic.Severity = .error, _ message: String,
    _ part: LinePart, of row: UInt32, notes: [String] = [], lines lineCount: Int = 1,
    fix: String? = nil
  ) {
    let lines = lines
    let line = lines.set.store.bytes(of: row)
    let content = line.prefix(line.span.content(of: 0..<line.count).count)
    let bytes = self.bytes(of: part, in: row)
    let before = content.prefix(bytes.lowerBound)
    let marked = content.dropFirst(bytes.lowerBound).prefix(bytes.count)
    findings.append(
      Diagnostic(
        name, severity: severity, message,
        at: Place(
          source: source, line: lineNumber(of: row), column: 1 + before.scalarCount,
          length: max(1, marked.scalarCount), excerpt: String(decoding: content, as: UTF8.self),
          range: extent(of: row)),
        notes: notes, fix: fix))
    findings[findings.count - 1].lineCount = lineCount
  }

  /// Adds a finding that is located already, but for the file.
  mutating func report(_ finding: Diagnostic) {
    findings.append(finding)
    findings[findings.count - 1].place.source = source
  }

  /// Ends the review: the findings in the order of the file.
  consuming func sortedFindings() -> [Diagnostic] {
    findings.sort { left, right in
      let a = (left.place.line ?? 0, left.place.column ?? 0, left.name.rawValue)
      return a < (right.place.line ?? 0, right.place.column ?? 0, right.name.rawValue)
    }
    return findings
  }

  /// The stretch of the article that a line is about: its own, or that of the first one it names.
  private func extent(of row: UInt32) -> TextRange? {
    var row = row
    // A note on a note on an event: no line of use is further from the text.
    for _ in 0..<4 {
      if lines.set.store.kind(of: row).isTextBound {
        let entry = lines.set.store.entry(of: row)
        return TextRange(Int(entry.start), Int(entry.end))
      }
      guard let link = lines.set.store.links(of: row).first,
        let next = lines.set.store.row(ofID: link.target)
      else { return nil }
      row = next
    }
    return nil
  }
}

extension Review {
  /// Shows the annotations to the rules about spans, in the order of the text, and sets those aside
  /// whose words do not stand where they say; `store` has the lines of the set.
  mutating func visitSpans(of store: LineStore, with rules: inout RulesAtWork) {
    // Held by itself, for rules change the review.
    let lines = lines
    let order = rules.spanOrder(schema)
    let plainSpans = plainSpans
    misfits.spanCount = store.text.count
    store.text.forEach(in: store) { entry, isSharing in
      // Malformed lines have no label, and no place in the text.
      let isPlain = plainSpans?.contains(entry.row, of: store) ?? false
      if isPlain, !isSharing, order.ofPlain.isEmpty { return }
      let fits = skipsPlainLines && store.rows[entry.row].words >= .fitting
      if !fits, let misfit = lines.set.misfit(entry) {
        misfits.all.append(misfit)
        return
      }
      let span = span(entry)
      var edgesAreDone = false
      for rule in isPlain ? (isSharing ? order.ofSharing : order.ofPlain) : order.all
      where !(edgesAreDone && RuleList.isAboutEdges[rule]) {
        let count = findings.count
        rules.show(span, toSpanRule: rule, &self)
        edgesAreDone = edgesAreDone || RuleList.isAboutEdges[rule] && findings.count > count
      }
    }
  }

  /// Shows the lines that count to the rules about lines, in the order of the file.
  mutating func visitLines(of store: LineStore, with rules: inout RulesAtWork) {
    var plainLines = PlainLines(schema, store.arena.base)
    let idsAreUnique = store.idsAreUnique
    let isDone = RuleList.passPlainLines
    for row in store.order {
      let kind = store.kind(of: row)
      guard kind != .malformed, idsAreUnique || store.isUsed(row) else { continue }
      let isPlain = skipsPlainLines && plainLines.contains(row, kind, of: store, events)
      if isPlain, isDone[Int(kind.rawValue)] { continue }
      let wanted = isPlain ? RuleList.lineRulesOfPlain : RuleList.lineRulesOfKind
      for rule in wanted[Int(kind.rawValue)] { rules.show(row, toLineRule: rule, &self) }
    }
    if skipsPlainLines { plainLines.keep() }
  }
}

extension LineStore {
  /// The rows of the `T` lines that events stand on, each with the row of the event, which is `none`
  /// where there are several.
  fileprivate var eventsByTrigger: [UInt32: UInt32] {
    var events: [UInt32: UInt32] = [:]
    for row in order where kind(of: row) == .event && isUsed(row) {
      guard let trigger = self.row(ofID: links[firstLink(of: row)].target) else { continue }
      let isFirst = events[trigger] == nil
      events[trigger] = isFirst ? row : .none
    }
    return events
  }

  /// The number of the line in each row, counted from 1.
  fileprivate var lineNumbers: [UInt32] {
    var numbers = Array(repeating: UInt32(0), count: rowCount)
    for (number, row) in order.enumerated() { numbers[Int(row)] = UInt32(clamping: number + 1) }
    return numbers
  }
}

extension Collection<UInt8> {
  /// How many code points begin here, where the bytes are UTF-8.
  var scalarCount: Int { reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } }
}
