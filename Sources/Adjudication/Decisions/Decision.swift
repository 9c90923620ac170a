public import Standoff

/// What an adjudicator decided about one question, so that the next merge need not ask it again.
///
/// A decision is known by what was said, not by numbers or ids: the words, the labels, and who said
/// which. Where an annotator says something else by the next merge, the question comes back.
///
/// ```
/// resolve label: ana Claim @120-126="harbor" | ben Quote @120-126="harbor" => ana why="no source" # eva 2026-05-01T09:30:00Z
/// ```
public struct Decision: Hashable, Sendable {
  /// What was disputed, as ``DisputedGroup/key(in:)`` has it.
  public var key: String
  /// What was decided.
  public var verdict: Verdict
  /// Why, where a reason was given.
  public var why: String?
  /// Who decided, and when, as the line ends; empty where it does not say.
  public var signature: String
  /// Whether it is about the words that the article has at its places.
  public var isOnArticle = true

  /// Creates a decision.
  public init(_ key: String, _ verdict: Verdict, why: String? = nil, signature: String = "") {
    self.key = key
    self.verdict = verdict
    self.why = why
    self.signature = signature
  }
}

extension Decision {
  /// The line of a file of decisions, on words of `article`, without its line end and without who
  /// decided and when.
  public func line(in article: Article) -> String {
    var words = ["resolve", key, "=>"]
    switch verdict.choice {
    case .annotator(let name): words.append(name)
    case .both, .none, .longest, .shortest: words += [verdict.choice.word].compactMap(\.self)
    case .own(let label, let ranges):
      if let label { words.append(label) }
      words.append((ranges ?? []).spelled(in: article))
    }
    words += verdict.attributes.map { attribute in
      let value =
        attribute.isThere ? attribute.value.map(\.asDecisionWord) ?? Attribute.presence : "no"
      return "\(attribute.name)=\(value)"
    }
    if let why { words.append("why=" + why.inQuotes) }
    return words.joined(separator: " ")
  }
}

extension [TextRange] {
  /// Each stretch as `@120-126="words"`, joined by `+`.
  func spelled(in article: Article) -> String {
    map { "@\($0)=" + article.text(in: $0).inQuotes }.joined(separator: " + ")
  }
}

extension String {
  /// The text between straight quotes on one line, with the escapes of JSON.
  var inQuotes: String { JSONValue.string(self).encoded() }

  /// The text as one word of a line: in quotes where it has to be, and where `yes` or `no` is a value
  /// rather than the being there of an attribute.
  fileprivate var asDecisionWord: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_.".unicodeScalars.contains(scalar)
      }
    return isPlain && self != "yes" && self != "no" ? self : inQuotes
  }
}
