import Standoff
import Testing

@Suite struct BratSchemaWriterTests {
  private func readBack(_ schema: Schema) -> (Schema?, [Diagnostic]) {
    Schema.parsing(annotationConf: Array(schema.annotationConf().utf8), source: "annotation.conf")
  }

  @Test(arguments: 0..<500)
  func whatBratHoldsIsReadBackAsItWas(_ number: Int) {
    let schema = RandomSchema.number(number)
    let (back, findings) = readBack(schema)
    #expect(
      findings.filter { $0.severity == .error } == [], "seed \(number):\n\(schema.annotationConf())"
    )
    #expect(back == asBratHolds(schema), "seed \(number):\n\(schema.annotationConf())")
  }

  @Test func theNewsSchemaInTheWordsOfBrat() {
    let (back, findings) = readBack(.news)
    #expect(findings == [])
    #expect(back == asBratHolds(.news))
    #expect(
      Schema.news.annotationConf() == """
        [entities]
        Speaker|source\t<NORM>:wikidata|local
        Quote
        Cue
        Claim
        Topic\t<NORM>:medtop|wikidata|local
        Addressee\t<NORM>:wikidata|local
        Evidence

        [relations]
        attributedTo\tArg1:Quote|Claim, Arg2:Speaker
        cuedBy\tArg1:Quote|Claim, Arg2:Cue
        about\tArg1:Quote|Claim, Arg2:Topic
        expresses\tArg1:Quote, Arg2:Claim
        addressedTo\tArg1:Quote, Arg2:Addressee
        continues\tArg1:Quote, Arg2:Quote
        supports\tArg1:Claim|Evidence, Arg2:Claim
        attacks\tArg1:Claim|Evidence, Arg2:Claim
        <OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:contain|equal|cross

        [events]

        [attributes]
        kind\tArg:Speaker, Value:person|group|organization|document|anonymous|unspecified
        kind\tArg:Claim, Value:fact|statistic|prediction|causal|comparison|value|policy
        form\tArg:Speaker, Value:name|description|pronoun
        mode\tArg:Quote, Value:direct|indirect|mixed|free-indirect|reported
        medium\tArg:Quote, Value:speech|writing|thought|unknown
        nested\tArg:Quote
        polarity\tArg:Cue, Value:neutral|positive|negative
        stance\tArg:Claim, Value:favor|against|neutral|mixed|unclear
        checkworthy\tArg:Claim, Value:cfs|ufs|nfs
        certainty\tArg:Claim, Value:asserted|hedged|denied|conditional
        verdict\tArg:Claim
        verdictSource\tArg:Claim
        salience\tArg:Topic, Value:main|minor

        """)
  }

  @Test func aCircleOfParentsIsWrittenOnce() {
    let schema = Schema(
      name: "s", labels: [Label("One", parent: "Two"), Label("Two", parent: "One")])
    #expect(schema.annotationConf().hasPrefix("[entities]\nOne\n Two\n\n"))
  }

  /// The schema without what the writer says brat has no place for.
  private func asBratHolds(_ schema: Schema) -> Schema {
    let relationOrder = schema.relationNames
    let attributeOrder = schema.attributeNames
    func reduced(_ rules: [AttributeRule]) -> [AttributeRule] {
      var seen: Set<String> = []
      return rules.filter { seen.insert($0.name).inserted }.map { rule in
        let values = rule.values.filter { !$0.contains(where: { " |,<>".contains($0) }) }
        let standard = rule.defaultValue.flatMap { values.contains($0) ? $0 : nil }
        return AttributeRule(
          rule.name, values.isEmpty ? .binary : .oneOf(values), defaultValue: standard)
      }.sorted { rank($0.name, attributeOrder) < rank($1.name, attributeOrder) }
    }
    func rank(_ name: String, _ order: [String]) -> Int { order.firstIndex(of: name) ?? -1 }
    func ordered(_ names: [String], by order: [String]) -> [String] {
      order.filter(Set(names).contains)
    }
    func tree(_ labels: [Label]) -> [Label] {
      func below(_ name: String) -> [Label] {
        labels.filter { $0.parent == name }.flatMap { [$0] + below($0.name) }
      }
      let names = Set(labels.map(\.name))
      return labels.filter { label in !(label.parent.map(names.contains) ?? false) }
        .flatMap { [$0] + below($0.name) }
    }
    let labels =
      tree(schema.labels.filter { !$0.isEvent }) + tree(schema.labels.filter(\.isEvent))
    let order = labels.map(\.name)
    let isEvent = Dictionary(uniqueKeysWithValues: labels.map { ($0.name, $0.isEvent) })
    var pairs: [OverlapRules.Pair] = []
    for pair in schema.overlap.pairs where !pair.allowed.isEmpty {
      if let place = pairs.firstIndex(where: { $0.inner == pair.inner && $0.outer == pair.outer }) {
        pairs[place] = .init(
          inner: pair.inner, outer: pair.outer, allowed: pairs[place].allowed + pair.allowed)
      } else {
        pairs.append(pair)
      }
    }
    return Schema(
      name: "brat",
      labels: labels.map { label in
        let roles = label.roles.map { role in
          let count = role.count.maximum == nil && role.count.minimum > 1 ? .some : role.count
          return RoleRule(
            role.name, to: ordered(schema.concrete(role.targets), by: order), count: count)
        }
        let relations = label.relations.map { rule in
          let everywhere = schema.labels.flatMap(\.relations).filter { $0.name == rule.name }
            .flatMap(\.attributes)
          return RelationRule(
            rule.name, to: ordered(schema.concrete(rule.targets), by: order),
            isSymmetric: rule.isSymmetric, isTransitive: rule.isTransitive,
            attributes: reduced(everywhere), ends: rule.ends)
        }.sorted { rank($0.name, relationOrder) < rank($1.name, relationOrder) }
        return Label(
          label.name, label.isEvent ? .event(roles) : .span, aliases: label.aliases,
          attributes: reduced(label.attributes), relations: relations,
          references: label.references,
          parent: label.parent.flatMap { isEvent[$0] == label.isEvent ? $0 : nil },
          isAbstract: label.isAbstract)
      }, overlap: OverlapRules(allowed: schema.overlap.allowed, pairs: pairs))
  }
}
