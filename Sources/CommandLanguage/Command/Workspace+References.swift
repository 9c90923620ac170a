package import Standoff

extension Workspace {
  /// The annotations by what people call them; empty where nothing is open.
  package var directory: AnnotationDirectory {
    get throws(DiagnosticError) {
      let session = try current
      return AnnotationDirectory(session.annotations, handles: session.handles, last: last)
    }
  }

  /// The annotations that references name, each once, in the order named.
  package func lookUp(
    _ references: [ReferenceExpression]
  ) throws(DiagnosticError) -> [AnnotationID] {
    let directory = try directory
    var ids: [AnnotationID] = []
    var seen: Set<AnnotationID> = []
    for reference in references {
      let found: [AnnotationID] =
        switch reference.form {
        case .named(let name): [try id(named: name, in: directory, at: reference.place)]
        case .last: [try directory.id(named: "$", at: reference.place)]
        case .through(let first, let last):
          try directory.ids(from: first, through: last, at: reference.place)
        case .words(let label, let span): [try standing(on: span, label: label)]
        case .matching(let query): try matching(query)
        }
      ids += found.filter { seen.insert($0).inserted }
    }
    return ids
  }

  /// The annotation of a name; a label in its place gets the advice to ask with `where`.
  private func id(
    named name: String, in directory: AnnotationDirectory, at place: Place
  ) throws(DiagnosticError) -> AnnotationID {
    do {
      return try directory.id(named: name, at: place)
    } catch {
      guard error.diagnostic.name == .unknownReference, let label = vocabulary.label(name) else {
        throw error
      }
      var diagnostic = error.diagnostic
      diagnostic.notes.append("every \(label.lowercased()) is `where \(name)`")
      diagnostic.fix = "where (\(name))"
      throw DiagnosticError(diagnostic)
    }
  }

  /// The one annotation that a reference names; where it names several, a person picks.
  package func lookUpOne(_ reference: ReferenceExpression) throws(DiagnosticError) -> AnnotationID {
    let ids = try lookUp([reference])
    if ids.count > 1, interlocutor != nil {
      let set = try annotations
      let article = try article
      let hits = ids.enumerated().map {
        Hit(
          SpanHit(set[$1]?.ranges ?? [], number: $0 + 1, in: article), handle: handle(of: $1))
      }
      let question = "`\(reference)` names \(ids.count) annotations, and one is needed"
      if let hit = pick(from: hits, question: question) { return ids[hit.number - 1] }
    }
    guard let id = ids.first, ids.count == 1 else {
      throw DiagnosticError(
        .ambiguousReference, "one annotation is needed, and `\(reference)` names \(ids.count)",
        at: reference.place)
    }
    return id
  }

  /// The annotations that meet a query, in text order.
  package func matching(_ query: QueryExpression) throws(DiagnosticError) -> [AnnotationID] {
    let workspace = self
    let evaluator = try QueryEvaluator(
      query, over: annotations, schema: schema, spans: resolver
    ) { reference throws(DiagnosticError) in try workspace.lookUp([reference]) }
    return try evaluator.annotations().map(\.id)
  }

  /// The annotation that stands on words.
  private func standing(
    on span: SpanExpression, label: String?
  ) throws(DiagnosticError) -> AnnotationID {
    let found = try matches(of: span, among: label.map { [$0] })
    if found.count == 1, let id = found.first { return id }
    guard found.isEmpty else { throw try severalStand(on: span, label: label, found) }
    throw DiagnosticError(
      .unknownReference, "no \(label?.lowercased() ?? "annotation") stands on \(span)",
      at: span.place)
  }

  /// How many annotations an error lists.
  private static let mostListed = 8

  /// The error for words on which several annotations stand, with a spelling that names one.
  private func severalStand(
    on span: SpanExpression, label: String?, _ found: [AnnotationID]
  ) throws(DiagnosticError) -> DiagnosticError {
    let set = try annotations
    let layout = try article.layout
    var list = found.prefix(Self.mostListed).map { id in
      let place = set[id].flatMap { layout.address(of: $0.extent.lower) }
      return spelling(of: id) + (place.map { " in \($0)" } ?? "")
    }
    if found.count > list.count { list.append("and \(found.count - list.count) more") }
    let one = try spelling(ofOneAmong: found, on: span, label: label)
    return DiagnosticError(
      .ambiguousReference,
      "\(found.count) annotations stand on \(span.description.excerpt): choose one, as in `\(one)`",
      at: span.place, notes: [list.joined(separator: ", ")])
  }

  /// What names one of the annotations that stand on words: the words in one sentence, with a label
  /// where several labels stand on them, or what the annotation is called.
  private func spelling(
    ofOneAmong found: [AnnotationID], on span: SpanExpression, label: String?
  ) throws(DiagnosticError) -> String {
    let set = try annotations
    for id in found.prefix(Self.mostListed) {
      guard let annotation = set[id] else { continue }
      for narrow in span.alone(among: [annotation.ranges], in: try article) {
        for label in [label, annotation.label] {
          guard try matches(of: narrow, among: label.map { [$0] }) == [id] else { continue }
          return (label.map { $0.lowercased() + ":" } ?? "") + "(\(narrow))"
        }
      }
    }
    return found.first.map(spelling) ?? span.description
  }

  /// The annotations of some labels, or any, that stand on what a span may mean, in text order.
  private func matches(
    of span: SpanExpression, among labels: [String]?, in set: AnnotationSet? = nil
  ) throws(DiagnosticError) -> [AnnotationID] {
    let own = try annotations
    let set = set ?? own
    let resolver = try resolver
    let spans: [[TextRange]]
    do throws(UnresolvedSpan) {
      spans = try resolver.find(span).hits.map(\.ranges)
    } catch {
      guard error.diagnostic.name == .notFound else { throw error.error }
      return []
    }
    let vocabulary = vocabulary
    let wanted = labels.map { Set($0.map { vocabulary.label($0) ?? $0 }) }
    return spans.flatMap { ranges in
      (ranges.hull.map(set.annotations(overlapping:)) ?? []).filter {
        $0.ranges == ranges && (wanted?.contains($0.label) ?? true)
      }.map(\.id)
    }
  }

  /// The other ends of a relation: those named, and for words the annotation on them, looked for
  /// first in the paragraph of the span, then elsewhere, and made where there is none.
  ///
  /// - Parameter ranges: the span at whose annotation the relation starts.
  /// - Throws: `relation-end` where the schema does not allow it, with the labels it allows.
  package func targets(
    of rule: RelationRule, from label: Label, named references: [ReferenceExpression],
    near ranges: [TextRange], _ changes: inout Changes
  ) throws(DiagnosticError) -> [AnnotationID] {
    let legal = schema.legalTargets(of: rule.name, from: label.name)
    var targets: [AnnotationID] = []
    for reference in references {
      guard case .words(let named, let span) = reference.form else {
        for id in try lookUp([reference]) {
          try check(id, isLegal: legal, of: rule, at: reference.place)
          targets.append(id)
        }
        continue
      }
      let labels = try labels(named, legal: legal, of: rule, at: reference.place)
      let here = try scopedToParagraph(span, of: ranges)
      let set = changes.draft.set
      if let id = try nearest(here, among: labels, to: ranges, in: set) {
        targets.append(id)
      } else if let id = try nearest(span, among: labels, to: ranges, in: set) {
        targets.append(id)
      } else {
        targets.append(try make(span, at: here, among: labels, of: rule, &changes))
      }
    }
    return targets
  }

  private func check(
    _ id: AnnotationID, isLegal legal: [String], of rule: RelationRule, at place: Place
  ) throws(DiagnosticError) {
    guard let label = try annotations[id]?.label, !legal.contains(label) else { return }
    throw DiagnosticError(
      .relationEnd, "\(rule.name) cannot end at \(handle(of: id)), of label \(label)", at: place,
      notes: ["it ends at: " + legal.joined(separator: ", ")])
  }

  private func labels(
    _ named: String?, legal: [String], of rule: RelationRule, at place: Place
  ) throws(DiagnosticError) -> [String] {
    guard let named else { return legal }
    var name = Word(text: named, place: place)
    name.place.length = named.unicodeScalars.count
    // A label that the file has and the schema lacks is no other word for one that may stand here.
    let known = vocabulary.label(named)
    let isForeign = known.map { schema.label(exactly: $0) == nil } ?? false
    let label = try isForeign ? known ?? named : schema.markingLabel(name).name
    guard legal.contains(label) else {
      throw DiagnosticError(
        .relationEnd, "\(rule.name) cannot end at the label \(label)", at: place,
        notes: ["it ends at: " + legal.joined(separator: ", ")])
    }
    return [label]
  }

  /// The annotation on these words that is nearest to a span: in its paragraph before elsewhere.
  private func nearest(
    _ span: SpanExpression, among labels: [String], to ranges: [TextRange], in set: AnnotationSet
  ) throws(DiagnosticError) -> AnnotationID? {
    let found = try matches(of: span, among: labels, in: set)
    let layout = try article.layout
    let here = ranges.hull
    func distance(_ id: AnnotationID) -> (Int, Int) {
      guard let here, let extent = set[id]?.extent else { return (0, 0) }
      let apart = max(
        0, extent.lower.value - here.upper.value, here.lower.value - extent.upper.value)
      let sameParagraph =
        layout.address(of: extent.lower)?.paragraph == layout.address(of: here.lower)?.paragraph
      return (sameParagraph ? 0 : 1, apart)
    }
    return found.min { distance($0) < distance($1) }
  }

  /// Makes the annotation that a relation needs, on words as they are typed, `here`.
  private func make(
    _ span: SpanExpression, at here: SpanExpression, among labels: [String], of rule: RelationRule,
    _ changes: inout Changes
  ) throws(DiagnosticError) -> AnnotationID {
    guard let name = labels.first, labels.count == 1, let label = schema.label(named: name) else {
      throw DiagnosticError(
        .relationEnd, "\(rule.name) may end at several labels: say which",
        at: span.place,
        notes: ["as in " + labels.map { "`\($0.lowercased()):\(span)`" }.joined(separator: ", ")])
    }
    let resolution = try resolve(here, edges: label.edges)
    guard let target = resolution.spans.first else { throw unknown(span, at: span.place) }
    let id = changes.draft.add(label: label.name, ranges: target)
    changes.touch(id)
    var command = ResolvedCommand("tag " + label.name)
    command.append(span: target, of: try article)
    changes.commands.append(command.text)
    return id
  }

  /// The expression looked for in the span's paragraph, if it has such words, else in the article; a number
  /// always counts in the article, as it does in echoes.
  func scopedToParagraph(
    _ span: SpanExpression, of ranges: [TextRange]
  ) throws(DiagnosticError) -> SpanExpression {
    if case .chosen = span.form { return span }
    guard let start = ranges.first?.lower,
      let paragraph = try article.layout.address(of: start)?.paragraph
    else { return span }
    let scope = SpanExpression(.address(SpanAddress([paragraph])), at: span.place)
    let scoped = SpanExpression(.inside(span, scope), at: span.place)
    let resolver = try resolver
    do throws(UnresolvedSpan) {
      return try resolver.find(scoped).hits.isEmpty ? span : scoped
    } catch {
      return span
    }
  }

  private func unknown(_ span: SpanExpression, at place: Place) -> DiagnosticError {
    DiagnosticError(.notFound, "the article has nothing like \(span)", at: place)
  }
}
