import Standoff
import TestSupport
import Testing

@testable import CommandLanguage

@Suite struct QueryEvaluatorTests {
  private let set: AnnotationSet

  init() throws {
    let text = MarkedText(
      "[T1|Ann Bell] said “[T2|the tide is late]”.\n\n[T3|Bo Kim] doubts [T4|the tide] "
        + "and [T5|the harbour plan].\n")
    let labels = ["T1": "Speaker", "T2": "Claim", "T3": "Speaker", "T4": "Topic", "T5": "Claim"]
    let scalars = Array(text.text.unicodeScalars)
    var file = ""
    for span in text.spans {
      let words = String(String.UnicodeScalarView(scalars[span.lower..<span.upper]))
      file += "\(span.label)\t\(labels[span.label] ?? "") \(span.lower) \(span.upper)\t\(words)\n"
    }
    file += "T6\tTopic 0 8\tAnn Bell\nA9\tScope T6 article\n"
    file += "R1\tattributedTo Arg1:T2 Arg2:T1\nR2\tabout Arg1:T2 Arg2:T4\n"
    file += "A1\tstance T2 against\nA2\tnegated T5\nA3\tstance T2 mixed\nA4\tkind T5 odd\n"
    file += "N1\tReference T1 local:ann\tAnn Bell\n#1\tAnnotatorNotes T5\tcheck the HARBOUR plan\n"
    set = AnnotationSet(
      parsing: Array(file.utf8), of: try Article(bytes: Array(text.text.utf8)))
  }

  private func ids(_ input: String) throws -> String {
    let schema = Schema(
      name: "news",
      labels: Schema.news.labels.map { label in
        guard label.name == "Claim" else { return label }
        return Label(
          "Claim", attributes: label.attributes + [AttributeRule("negated", .binary)],
          relations: label.relations)
      })
    var reader = LineReader(input, vocabulary: Vocabulary(schema))
    let query = try reader.query()
    try reader.endOfCommand()
    let set = set
    let spans = SpanResolver(set.article) { name, place throws(DiagnosticError) in
      guard let annotation = set[AnnotationID(name)] else {
        throw DiagnosticError(.notFound, "no \(name)", at: place)
      }
      return annotation.ranges
    }
    let evaluator = try QueryEvaluator(query, over: set, schema: schema, spans: spans) {
      reference throws(DiagnosticError) in
      guard case .named(let name) = reference.form else { return [] }
      return [AnnotationID(name)]
    }
    let found = try evaluator.annotations()
    // Whichever annotations it looks at, it finds those that meet the query.
    #expect(try found == set.annotations.filter(evaluator.meets))
    return found.map(\.id.description).joined(separator: " ")
  }

  @Test(arguments: [
    ("claim", "T2 T5"), ("source", "T1 T3"), ("not claim", "T1 T6 T3 T4"),
    ("claim stance=against", "T2"), ("stance", "T2"), ("claim stance=favor", ""),
    ("claim without by", "T5"), ("without note claim", "T2"), ("speaker without ref", "T3"),
    ("ref=local:ann", "T1"), ("ref=local", "T1"), ("ref=local:an", ""),
    ("negated", "T5"), ("negated=yes", "T5"), ("negated=true", "T5"),
    ("stance=mixed", "T2"), ("stance=AGAINST", "T2"), ("kind=odd", "T5"), ("kind=person", ""),
    ("by T1", "T2"), ("by=T1", "T2"), ("attributedTo T3", ""), ("about T4,T5", "T2"),
    ("speaker in 1", "T1"), ("in 2", "T3 T4 T5"), ("topic in article", "T6 T4"),
    ("in (\"the tide\"[1] .. \"late\")", "T2"),
    ("overlapping \"Ann\"", "T1"), ("overlapping T2", ""), ("overlapping \"is late\"", "T2"),
    ("text ~ /^the/", "T2 T4 T5"), ("text ~ \"tide\"", "T2 T4"), ("text ~ \"TIDE\"i claim", "T2"),
    ("text ~ \"tid\"", ""), ("text ~ \"tid\"~", "T2 T4"),
    ("note", "T5"), ("note ~ \"harbour\"i", "T5"), ("note ~ /tide/", ""),
    ("claim or speaker in 2", "T2 T3 T5"), ("(claim or speaker) in 2", "T3 T5"),
    ("claim not (by T1 or note)", ""), ("claim by T1 in 1", "T2"), ("about T4 overlapping T4", ""),
    ("in (1 + 2)", "T1 T2 T3 T4 T5"), ("topic overlapping \"Bo Kim doubts the tide\"", "T4"),
  ])
  func answers(_ query: String, _ expected: String) throws {
    #expect(try ids(query) == expected)
  }

  @Test(arguments: [
    ("in \"nowhere at all\"", "not-found", 4), ("overlapping T77", "not-found", 13),
    ("claim stance=favour", "unknown-value", 7), ("not (kind=odds)", "unknown-value", 5),
    ("claim kind=person", "unknown-value", 7), ("negated=maybe", "unknown-value", 1),
    ("negated=no", "unknown-value", 1),
    ("claim in 9", "out-of-range", 10), ("text ~ /(/", "syntax", 8), ("note ~ /(/", "syntax", 8),
  ])
  func whatStandsForNothingIsAnErrorWithItsPlace(
    _ query: String, _ name: String, _ column: Int
  ) throws {
    let error = #expect(throws: DiagnosticError.self) { try ids(query) }
    #expect(error?.diagnostic.name.rawValue == name)
    #expect(error?.diagnostic.place.column == column)
  }
}
