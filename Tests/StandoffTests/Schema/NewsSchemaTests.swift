import Standoff
import Testing

@Suite struct NewsSchemaTests {
  let news = Schema.news

  /// A label as `Name key`, and what hangs on it, a line each.
  private func summary(_ label: Label) -> [String] {
    ["\(label.name) \(label.key.map(String.init) ?? "-")"]
      + label.attributes.map { rule in
        "\(rule.name): " + (rule.isBinary ? "binary" : rule.values.joined(separator: " "))
      }
      + label.relations.map { rule in
        "\(rule.name)|\(rule.alias ?? "") -> \(rule.targets.joined(separator: " ")) \(rule.count)"
      }
  }

  @Test func saysWhatItIsMeantToSay() {
    #expect(
      news.labels.flatMap(summary) == [
        "Speaker s", "kind: person group organization document anonymous unspecified",
        "form: name description pronoun",
        "Quote q", "mode: direct indirect mixed free-indirect reported",
        "medium: speech writing thought unknown", "nested: binary",
        "attributedTo|by -> Speaker *", "cuedBy|cue -> Cue *", "about| -> Topic *",
        "expresses|says -> Claim *", "addressedTo|to -> Addressee *", "continues| -> Quote *",
        "Cue u", "polarity: neutral positive negative",
        "Claim c", "stance: favor against neutral mixed unclear", "checkworthy: cfs ufs nfs",
        "kind: fact statistic prediction causal comparison value policy",
        "certainty: asserted hedged denied conditional", "verdict: ", "verdictSource: ",
        "attributedTo|by -> Speaker *", "cuedBy|cue -> Cue *", "about| -> Topic *",
        "supports| -> Claim *", "attacks| -> Claim *",
        "Topic t", "salience: main minor",
        "Addressee a",
        "Evidence e", "supports| -> Claim *", "attacks| -> Claim *",
      ])
  }

  @Test func requiresNothingAndLetsEverythingOverlap() {
    #expect(news.labels.allSatisfy { $0.required.isEmpty })
    #expect(news.labels.flatMap(\.relations).allSatisfy { $0.count.contains(0) })
    #expect(news.overlap == OverlapRules())
  }

  @Test func tellsPeopleWhatEachLabelIsFor() {
    for label in news.labels {
      #expect(label.is?.hasSuffix(".") == true && label.not?.hasSuffix(".") == true)
      #expect(label.color != nil)
      #expect(label.attributes.allSatisfy { $0.is != nil })
      #expect(label.relations.allSatisfy { $0.is != nil })
    }
    #expect(Set(news.labels.map(\.color)).count == news.labels.count)
  }

  @Test func trimsMarksOfWhatPeopleSay() {
    #expect(news.labels.filter { $0.edges == .insideMarks }.map(\.name) == ["Quote", "Claim"])
  }

  @Test func aTopicMayStandForTheArticle() {
    #expect(news.labels.filter(\.marksArticles).map(\.name) == ["Topic"])
  }

  @Test func identifiersHavePatterns() {
    #expect(news.databases.map(\.name) == ["wikidata", "local", "medtop"])
    #expect(news.database("wikidata")?.pattern?.source == "Q[1-9][0-9]*")
    #expect(news.database("medtop")?.pattern?.source == "[0-9]{8}")
    #expect(news.database("local")?.pattern == nil)
    #expect(news.database("Wikidata") == nil)
    let named = Set(news.labels.flatMap(\.references))
    #expect(named == Set(news.databases.map(\.name)))
  }
}
