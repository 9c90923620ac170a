import Testing

@testable import CommandLanguage

/// The pages of `help` fit where they are read.
@Suite struct HelpTests {
  @Test func theOverviewIsOneScreen() {
    let lines = ManualText.overview(columns: 80)
    #expect(lines.count <= 23, "\(lines.count) rows and the prompt")
    for line in lines { #expect(line.width < 80, "\(line.text)") }
    let text = lines.map(\.text).joined(separator: "\n")
    for verb in CommandCatalogue.verbs { #expect(text.contains(verb + " "), "\(verb)") }
  }

  @Test(arguments: [24, 40, 60, 79, 80, 120]) func everyPageFits(_ columns: Int) {
    var lines = ManualText.overview(columns: columns)
    lines += (CommandCatalogue.manuals + [AgainCommand.manual]).flatMap {
      ManualText.page(of: $0, columns: columns)
    }
    lines += ManualTopic.all.flatMap { ManualText.page(of: $0, columns: columns) }
    lines += ErrorPage.sections.flatMap(\.pages).flatMap {
      ManualText.page(of: $0, columns: columns)
    }
    let longest = columns < 40 ? 40 : columns  // Words that cannot be broken.
    for line in lines { #expect(line.width <= longest, "\(columns): \(line.text)") }
  }

  @Test func everyVerbHasTwoExamplesAndRelatives() {
    for manual in CommandCatalogue.manuals {
      #expect(manual.examples.count >= 2, "\(manual.verb)")
      #expect(manual.brief.count <= 24, "\(manual.verb)")
      #expect(!manual.related.isEmpty, "\(manual.verb)")
      for verb in manual.related {
        #expect(CommandCatalogue.command(verb) != nil, "\(manual.verb) names \(verb)")
      }
    }
  }

  @Test func namesOfErrorsAreSortedAndOnce() {
    #expect(Set(ErrorPage.names).count == ErrorPage.names.count)
    for section in ErrorPage.sections {
      #expect(section.pages.map(\.name) == section.pages.map(\.name).sorted())
    }
  }
}
