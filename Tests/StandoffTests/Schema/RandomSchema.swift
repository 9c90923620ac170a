import Standoff
import TestSupport

/// Random sound schemas for laws: every feature occurs, every name is one that a reader takes.
struct RandomSchema {
  private var seed: Seed
  private let spans: [String]
  private let events: [String]

  /// The schema of that number.
  static func number(_ number: Int) -> Schema {
    var random = RandomSchema(number)
    return random.schema()
  }

  private init(_ number: Int) {
    seed = Seed(UInt64(number))
    let spanCount = Int.random(in: 1...6, using: &seed)
    spans = (0..<spanCount).map { "Label\($0)" }
    events = (0..<Int.random(in: 0...2, using: &seed)).map { "Event\($0)" }
  }

  private mutating func maybe() -> Bool { Bool.random(using: &seed) }

  private mutating func some<Element>(of elements: [Element]) -> [Element] {
    elements.filter { _ in Bool.random(using: &seed) }
  }

  private mutating func sentence() -> String? {
    [
      nil, "A word.", "Two: words # here", " blanks ", "“Marks”, and a \"mark\"", "yes", "null",
      "~",
      "- not a list", "[nor, this]", "a\nbreak and a\ttab", "Ünïcode 사람 \u{1F468}\u{200D}\u{1F4BB}",
      "nul \u{0} bell \u{7} nel \u{85} bom \u{FEFF} ls \u{2028}", "back\\slash", "trailing:", "1",
      "é", "e\u{301}", "'single'", "*alias &anchor !tag", "%", "end ",
    ].randomElement(using: &seed) ?? nil
  }

  private mutating func count() -> CountRange {
    [.any, .some, .optional, .one, CountRange(2, 4), CountRange(3, 3), CountRange(2, nil)]
      .randomElement(using: &seed) ?? .any
  }

  private mutating func pattern() -> ValuePattern? {
    ["Q[1-9][0-9]*", "#+", "(a|b){2,3}", #"\d+"#, "\"", "[^:]*: .*"].randomElement(using: &seed)
      .flatMap { try? ValuePattern($0) }
  }

  private mutating func attributes(_ prefix: String) -> [AttributeRule] {
    (0..<Int.random(in: 0...3, using: &seed)).map { number in
      let values = ["favor", "no", "two words", "1", "a, b", "c: d", "x]"]
      let isBinary = maybe()
      let chosen = some(of: values)
      let kind: AttributeRule.Kind =
        if isBinary { .binary } else if chosen.isEmpty { .text(maybe() ? pattern() : nil) } else {
          .oneOf(chosen)
        }
      return AttributeRule(
        "\(prefix)\(number)", kind, isRequired: maybe(),
        defaultValue: maybe() ? chosen.first.flatMap { isBinary ? nil : $0 } : nil, is: sentence())
    }
  }

  private mutating func relations() -> [RelationRule] {
    some(of: ["by-whom", "about", "leadsTo"]).map { name in
      let targets = some(of: spans + events)
      return RelationRule(
        name, alias: maybe() ? name + "_" : nil, to: targets.isEmpty ? [spans[0]] : targets,
        count: count(), isSymmetric: maybe(), isTransitive: maybe(),
        attributes: maybe() ? attributes("inner") : [],
        ends: maybe() ? RelationEnds() : RelationEnds(source: "From", target: "Into"),
        is: sentence())
    }
  }

  private mutating func roles() -> [RoleRule] {
    some(of: ["Theme", "Cause", "Site"]).map { name in
      let targets = some(of: spans + events)
      return RoleRule(name, to: targets.isEmpty ? [spans[0]] : targets, count: count())
    }
  }

  private mutating func label(_ name: String, _ place: Int, _ kind: Label.Kind) -> Label {
    Label(
      name, kind, key: maybe() ? Character(UnicodeScalar(UInt8(97 + place))) : nil,
      color: LabelColor.allCases.randomElement(using: &seed),
      aliases: maybe() ? ["other\(place)", "слово\(place)"] : [],
      edges: maybe() ? .asTagged : .insideMarks,
      is: sentence(), not: sentence(), attributes: attributes("outer"), relations: relations(),
      references: some(of: ["wikidata", "local"]), parent: place > 0 && maybe() ? spans[0] : nil,
      isAbstract: maybe(), marksArticles: maybe())
  }

  private mutating func schema() -> Schema {
    var labels: [Label] = []
    for (place, name) in spans.enumerated() { labels.append(label(name, place, .span)) }
    for (place, name) in events.enumerated() {
      let roles = roles()
      labels.append(label(name, spans.count + place, .event(roles)))
    }
    var pairs: [OverlapRules.Pair] = []
    while maybe() {
      pairs.append(
        OverlapRules.Pair(
          inner: spans.randomElement(using: &seed) ?? spans[0],
          outer: spans.randomElement(using: &seed) ?? spans[0],
          allowed: some(of: OverlapRules.Kind.allCases)))
    }
    return Schema(
      name: sentence() ?? "s", version: maybe() ? "1" : "2.0-beta", is: sentence(), labels: labels,
      databases: maybe()
        ? [ReferenceDatabase("wikidata", pattern: pattern(), is: sentence())] : [],
      overlap: OverlapRules(allowed: some(of: OverlapRules.Kind.allCases), pairs: pairs))
  }
}
