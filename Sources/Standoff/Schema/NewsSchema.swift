extension Schema {
  /// The built-in schema for news: who says what, and what it is about.
  ///
  /// Nothing in it is required.
  public static let news = Schema(
    name: "news", version: "1",
    is: "Who says what in an article, what is claimed, and what it is about.",
    labels: [speaker, quote, cue, claim, topic, addressee, evidence],
    databases: newsDatabases)

  private static let speaker = Label(
    "Speaker", key: "s", color: .cyan, aliases: ["source"],
    is: "The words that name the person, group or document a statement comes from.",
    not: "People who are only talked about.",
    attributes: [
      AttributeRule(
        "kind",
        .oneOf(["person", "group", "organization", "document", "anonymous", "unspecified"]),
        is: "What kind of source it is."),
      AttributeRule(
        "form", .oneOf(["name", "description", "pronoun"]), is: "How the source is named here."),
    ],
    references: ["wikidata", "local"])

  private static let quote = Label(
    "Quote", key: "q", color: .green, edges: .insideMarks,
    is: "Words that the article presents as said, written or thought by someone.",
    not: "Single words in marks that only keep a distance, and titles of works.",
    attributes: [
      AttributeRule(
        "mode", .oneOf(["direct", "indirect", "mixed", "free-indirect", "reported"]),
        is: "How faithfully the words are given."),
      AttributeRule(
        "medium", .oneOf(["speech", "writing", "thought", "unknown"]),
        is: "Whether they were spoken, written or thought."),
      AttributeRule("nested", .binary, is: "The quote stands inside another quote."),
    ],
    relations: [
      attributedTo, cuedBy, about,
      RelationRule(
        "expresses", alias: "says", to: ["Claim"], is: "The claim that the quoted words make."),
      RelationRule(
        "addressedTo", alias: "to", to: ["Addressee"], is: "Whom the quoted words are said to."),
      RelationRule(
        "continues", to: ["Quote"],
        is: "The earlier quote that this one goes on with after a break."),
    ])

  private static let cue = Label(
    "Cue", key: "u", color: .yellow,
    is: "The word that reports, such as a verb of saying or “according to”.",
    not: "The same verb where nobody's words are reported.",
    attributes: [
      AttributeRule(
        "polarity", .oneOf(["neutral", "positive", "negative"]),
        is: "Whether the word supports what is reported or keeps a distance from it.")
    ])

  private static let claim = Label(
    "Claim", key: "c", color: .magenta, edges: .insideMarks,
    is: "A statement that can be checked or disputed, quoted or in the reporter's own voice.",
    not: "Questions, greetings and orders.",
    attributes: [
      AttributeRule(
        "stance", .oneOf(["favor", "against", "neutral", "mixed", "unclear"]),
        is: "Where the claim stands on its topic."),
      AttributeRule(
        "checkworthy", .oneOf(["cfs", "ufs", "nfs"]),
        is: "Check-worthy factual, unimportant factual or non-factual, as ClaimBuster has it."),
      AttributeRule(
        "kind",
        .oneOf(["fact", "statistic", "prediction", "causal", "comparison", "value", "policy"]),
        is: "What kind of statement it is."),
      AttributeRule(
        "certainty", .oneOf(["asserted", "hedged", "denied", "conditional"]),
        is: "How firmly it is stated."),
      AttributeRule("verdict", is: "The rating a fact-checker gave it."),
      AttributeRule("verdictSource", is: "The address of that rating."),
    ],
    relations: [
      attributedTo, cuedBy, about, supports, attacks,
    ])

  private static let topic = Label(
    "Topic", key: "t", color: .blue,
    is: "Words that show what the article or a statement is about.",
    not: "Every mention of a name: the words that show it best are enough.",
    attributes: [
      AttributeRule(
        "salience", .oneOf(["main", "minor"]), is: "How much the article turns on it.")
    ],
    references: ["medtop", "wikidata", "local"], marksArticles: true)

  private static let addressee = Label(
    "Addressee", key: "a", color: .brightCyan,
    is: "The words that name whom a statement is said to.",
    not: "The reader of the article.",
    references: ["wikidata", "local"])

  private static let evidence = Label(
    "Evidence", key: "e", color: .brightYellow,
    is: "Data, an example or a premise that is given for or against a claim.",
    not: "The claim itself.",
    relations: [supports, attacks])

  private static let attributedTo = RelationRule(
    "attributedTo", alias: "by", to: ["Speaker"], is: "The source that the words are put down to.")
  private static let cuedBy = RelationRule(
    "cuedBy", alias: "cue", to: ["Cue"], is: "The word that reports them.")
  private static let about = RelationRule("about", to: ["Topic"], is: "What the words are about.")
  private static let supports = RelationRule(
    "supports", to: ["Claim"], is: "The claim that this speaks for.")
  private static let attacks = RelationRule(
    "attacks", to: ["Claim"], is: "The claim that this speaks against.")

  /// The patterns are known to be well formed; were one not, its database would allow any
  /// identifier, and the tests say so.
  private static let newsDatabases = [
    ReferenceDatabase(
      "wikidata", pattern: try? ValuePattern("Q[1-9][0-9]*"), is: "Items of Wikidata."),
    ReferenceDatabase(
      "local", pattern: nil, is: "Names that the project gives to its own people and things."),
    ReferenceDatabase(
      "medtop", pattern: try? ValuePattern("[0-9]{8}"), is: "IPTC Media Topics."),
  ]
}
