import Standoff
import Testing

@Suite struct SchemaLookupsTests {
  let news = Schema.news

  @Test func labelsAreFoundInAnyCaseByAliasAndByKey() {
    #expect(news.label(named: "sPEAKER")?.name == "Speaker")
    #expect(news.label(named: "Source")?.name == "Speaker")
    #expect(news.label(named: "sour") == nil)
    #expect(news.label(withKey: "u")?.name == "Cue")
    #expect(news.label(withKey: "U")?.name == "Cue")
    #expect(news.label(withKey: "x") == nil)
    #expect(news.label(exactly: "speaker") == nil)
  }

  @Test func aNameIsNotMistakenForOneThatOnlyLooksEqual() {
    // U+212A KELVIN SIGN equals K for String.
    let schema = Schema(name: "s", labels: [Label("Key")])
    #expect(schema.label(exactly: "\u{212A}ey") == nil)
    #expect(schema.label(exactly: "Key") != nil)
  }

  @Test func relationsAreFoundInAnyCaseAndByAlias() {
    for (alias, name) in [
      ("by", "attributedTo"), ("CUE", "cuedBy"), ("about", "about"), ("says", "expresses"),
      ("to", "addressedTo"), ("supports", "supports"), ("attacks", "attacks"),
      ("Continues", "continues"), ("attributedto", "attributedTo"),
    ] {
      #expect(news.relationName(alias) == name)
    }
    #expect(news.relationName("bye") == nil)
    #expect(news.relation("by", from: "Claim")?.targets == ["Speaker"])
    #expect(news.relation("by", from: "Topic") == nil)
    #expect(news.relation("says", from: "Claim") == nil)
  }

  @Test func endsOfRelations() {
    #expect(news.legalTargets(of: "by", from: "Quote") == ["Speaker"])
    #expect(news.legalSources(of: "attributedTo") == ["Quote", "Claim"])
    #expect(news.legalSources(of: "supports", to: "Claim") == ["Claim", "Evidence"])
    #expect(news.legalSources(of: "supports", to: "Topic") == [])
    #expect(news.allows(relation: "continues", from: "Quote", to: "Quote"))
    #expect(!news.allows(relation: "continues", from: "Quote", to: "Claim"))
  }

  @Test func aSymmetricRelationLeadsBackAsWell() {
    let schema = Schema(
      name: "s",
      labels: [
        Label(
          "One",
          relations: [
            RelationRule("with", to: ["Two"], isSymmetric: true), RelationRule("onto", to: ["Two"]),
          ]),
        Label("Two"),
      ])
    #expect(schema.allows(relation: "with", from: "One", to: "Two"))
    #expect(schema.allows(relation: "with", from: "Two", to: "One"))
    #expect(!schema.allows(relation: "onto", from: "Two", to: "One"))
  }

  @Test func abstractLabelsStandForThoseBelowThem() {
    let schema = Schema(
      name: "s",
      labels: [
        Label("Agent", isAbstract: true), Label("Person", parent: "Agent"),
        Label("Body", parent: "Agent", isAbstract: true), Label("Company", parent: "Body"),
        Label("Deed", relations: [RelationRule("doneBy", to: ["Agent", "Person"])]),
      ])
    #expect(schema.legalTargets(of: "doneBy", from: "Deed") == ["Person", "Company"])
    #expect(schema.legalSources(of: "doneBy", to: "Company") == ["Deed"])
    #expect(schema.legalSources(of: "doneBy", to: "Agent") == [])
    #expect(schema.children(of: "Agent").map(\.name) == ["Person", "Body"])
  }

  @Test func aTreeThatIsACircleEnds() {
    let schema = Schema(
      name: "s",
      labels: [
        Label("One", parent: "Two", isAbstract: true),
        Label("Two", parent: "One", isAbstract: true),
      ])
    #expect(schema.concrete(["One"]) == [])
  }

  @Test func attributesAreFoundInAnyCase() {
    #expect(news.attribute("STANCE", of: "Claim")?.name == "stance")
    #expect(news.attribute("stance", of: "Quote") == nil)
    #expect(news.attributeName("VerdictSource") == "verdictSource")
    #expect(news.attributeNames.contains("checkworthy"))
    #expect(news.attribute("Scope", of: "Cue")?.allows("article") == true)
    #expect(news.attribute("scope", of: "NoSuchLabel") == .scope)
    #expect(!news.attributeNames.contains("Scope"))
  }

  @Test func valuesAreFoundInAnyCase() {
    let stance = news.attribute("stance", of: "Claim")
    #expect(stance?.value(for: "FAVOR") == "favor")
    #expect(stance?.value(for: "favour") == nil)
    #expect(stance?.allows("Favor") == false)
    #expect(stance?.allows(nil) == false)
    let nested = news.attribute("nested", of: "Quote")
    #expect(nested?.isBinary == true)
    #expect(nested?.allows(nil) == true)
    #expect(nested?.allows("yes") == false)
    #expect(news.attribute("verdict", of: "Claim")?.allows("Pants on fire") == true)
  }

  @Test func referencesAndIdentifiers() {
    #expect(news.allows(reference: "wikidata", on: "Speaker"))
    #expect(!news.allows(reference: "medtop", on: "Speaker"))
    #expect(news.allows(reference: "anything", on: "Claim"))
    #expect(news.allows(identifier: "Q16093", in: "wikidata"))
    #expect(!news.allows(identifier: "Q016093", in: "wikidata"))
    #expect(!news.allows(identifier: "Q", in: "wikidata"))
    #expect(news.allows(identifier: "11000000", in: "medtop"))
    #expect(!news.allows(identifier: "1100000", in: "medtop"))
    #expect(news.allows(identifier: "the mayor", in: "local"))
    #expect(!news.allows(identifier: "", in: "local"))
  }

  @Test func overlapsOfEventsAndOfUnknownLabelsAreNobodysBusiness() {
    let schema = Schema(
      name: "s", labels: [Label("One"), Label("Two"), Label("Deed", .event([]))],
      overlap: OverlapRules(
        allowed: [.equal], pairs: [.init(inner: "One", outer: "Two", allowed: [.contain])]))
    #expect(schema.allows(.contain, of: "One", with: "Two"))
    #expect(!schema.allows(.contain, of: "Two", with: "One"))
    #expect(schema.allows(.equal, of: "Two", with: "Two"))
    #expect(!schema.allows(.cross, of: "One", with: "Two"))
    #expect(schema.allows(.cross, of: "One", with: "Deed"))
    #expect(schema.allows(.cross, of: "One", with: "Unheard-of"))
  }

  @Test func whatDiffersInCaseAloneHasToBeSpelled() {
    let rules = [RelationRule("leadsTo", to: ["Ab"]), RelationRule("leadsto", to: ["Ab"])]
    let schema = Schema(
      name: "s",
      labels: [
        Label("Ab", attributes: [AttributeRule("Xy"), AttributeRule("xY")], relations: rules),
        Label("aB"),
      ])
    #expect(schema.label(named: "AB") == nil && schema.label(named: "aB")?.name == "aB")
    #expect(schema.attribute("xy", of: "Ab") == nil)
    #expect(schema.attribute("xY", of: "Ab")?.name == "xY")
    #expect(schema.attributeName("xy") == nil && schema.attributeName("xY") == "xY")
    #expect(schema.relationName("LEADSTO") == nil && schema.relationName("leadsto") == "leadsto")
  }

  @Test func ofTwoThatShareAWordTheFirstHasIt() {
    let schema = Schema(
      name: "s",
      labels: [
        Label(
          "One", key: "k", aliases: ["word"],
          relations: [RelationRule("with", alias: "by", to: ["Two"])]),
        Label(
          "Two", key: "k", aliases: ["word"],
          relations: [RelationRule("near", alias: "by", to: ["One"])]),
      ])
    #expect(schema.label(named: "WORD")?.name == "One")
    #expect(schema.label(withKey: "k")?.name == "One")
    #expect(schema.relationName("by") == "with")
    // Where the label is known, its own alias goes first.
    #expect(schema.relation("by", from: "Two")?.name == "near")
  }

  @Test func noRelationStartsAtAnAbstractLabel() {
    let knows = RelationRule("knows", to: ["Agent"])
    let schema = Schema(
      name: "s",
      labels: [
        Label("Agent", relations: [knows], isAbstract: true),
        Label("Person", relations: [knows], parent: "Agent"),
      ])
    #expect(schema.legalSources(of: "knows") == ["Person"])
  }

  @Test func eventsStandBehindSpans() {
    let labels = [Label("Deed", .event([])), Label("Person"), Label("Fall", .event([]))]
    #expect(Schema(name: "s", labels: labels).labels.map(\.name) == ["Person", "Deed", "Fall"])
  }
}
