import CommandLanguage
import Foundation
import Testing

/// Every name that an error or a finding can have is explained by `help`, and so in the reference.
@Suite struct ErrorReferenceTests {
  /// A name with its sentence and the room of the house it is declared in.
  struct Name: Comparable {
    var name: String
    var meaning: String
    var room: String

    static func < (first: Name, second: Name) -> Bool { first.name < second.name }
  }

  /// The sections of the page, each with the rooms it takes its names from.
  static let sections = [
    (title: "What is typed", rooms: ["CommandLanguage/", "galley/", "Standoff/Text/Pattern"]),
    (title: "Files and the journal", rooms: ["Standoff/"]),
    (title: "The schema", rooms: ["Standoff/Schema/"]),
    (
      title: "Annotations, typed or in a file",
      rooms: ["Standoff/Validation/", "Standoff/Model/"]
    ),
    (
      title: "Merging and comparing",
      rooms: [
        "Adjudication/", "CommandLanguage/Command/AnnotatorRoll", "galley/Subcommands/Annotator",
        "galley/Subcommands/Git", "galley/Subcommands/Merge",
      ]
    ),
    (
      title: "Measuring agreement",
      rooms: ["CommandLanguage/Agreement/", "galley/Subcommands/Agree"]
    ),
    (title: "The verdict of brat's own parser", rooms: ["Standoff/Validation/Brat/"]),
  ]

  /// The page is written by `.ci/reference`, which runs this test with `GALLEY_REWRITE` set.
  @Test func thePageListsEveryName() throws {
    let path = "Docs/Reference/Errors.md"
    if ProcessInfo.processInfo.environment["GALLEY_REWRITE"] != nil {
      try Data(Self.page.utf8).write(to: Repository.root.appending(path: path))
    }
    #expect(try Repository.text(path) == Self.page, "run .ci/reference")
  }

  @Test func helpHasAPageForEveryName() throws {
    for section in ErrorPage.sections {
      let belonging = try Self.declared().filter { Self.section(of: $0) == section.title }
      #expect(section.pages.map(\.name) == Array(Set(belonging.map(\.name))).sorted())
      for page in section.pages {
        #expect(page.meaning.hasSuffix(".") && page.remedy.hasSuffix("."), "\(page.name)")
      }
    }
  }

  @Test func everyNameIsExplainedWhereItIsDeclared() throws {
    for name in try Self.declared() {
      #expect(name.meaning.hasSuffix("."), "\(name.name): \(name.meaning)")
      #expect(name.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    }
  }

  /// The names in the sources.
  private static func declared() throws -> [Name] {
    let declaration =
      /(?<doc>(?:[ \t]*\/\/\/[^\n]*\n)*)[^\n]*=\s*DiagnosticName\(\s*"(?<name>[^"]*)"\)/
    var names: [Name] = []
    for path in Repository.files(below: "Sources", ending: ".swift") {
      for match in try Repository.text(path).matches(of: declaration) {
        let doc = match.output.doc.split(separator: "\n").map {
          $0.drop { $0 == " " || $0 == "/" }
        }
        names.append(
          Name(
            name: String(match.output.name), meaning: doc.joined(separator: " "),
            room: String(path.dropFirst("Sources/".count))))
      }
    }
    return names.sorted()
  }

  private static var page: String {
    var lines = [
      "# Errors", "",
      "The names that stand in brackets after an error, and as `name` in JSON. A name never changes.",
      "`help NAME` shows the same at the prompt. `.ci/reference` writes this file from the pages of",
      "`help`; [findings](Findings.md) have a page with examples.",
    ]
    for section in ErrorPage.sections {
      lines += [
        "", "## \(section.title)", "", "| name | what is the matter | what to do |",
        "|---|---|---|",
      ]
      lines += section.pages.map { "| `\($0.name)` | \($0.meaning) | \($0.remedy.asCell) |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The section whose room is the most exact one for a name.
  private static func section(of name: Name) -> String? {
    sections.flatMap { section in section.rooms.map { (room: $0, title: section.title) } }
      .filter { name.room.hasPrefix($0.room) }
      .max { $0.room.utf8.count < $1.room.utf8.count }?.title
  }
}

extension String {
  /// The text in a table, where `|` would end the cell.
  fileprivate var asCell: String { replacing("|", with: "\\|") }
}
