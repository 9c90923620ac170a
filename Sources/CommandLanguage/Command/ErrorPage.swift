/// What `help` and the reference say about the name of an error or a finding.
package struct ErrorPage: Sendable {
  /// The name, as it stands in brackets after the message.
  package var name: String
  /// What is the matter, a sentence.
  package var meaning: String
  /// What to do about it, a sentence or two.
  package var remedy: String

  /// Creates a page.
  init(_ name: String, _ meaning: String, _ remedy: String) {
    self.name = name
    self.meaning = meaning
    self.remedy = remedy
  }

  /// What the names are about.
  package struct Section: Sendable {
    /// The title.
    package var title: String
    /// The pages, sorted by name.
    package var pages: [ErrorPage]
  }

  /// Every name there is.
  package static let sections = [
    Section(title: "What is typed", pages: typed),
    Section(title: "Files and the journal", pages: files),
    Section(title: "The schema", pages: schema),
    Section(title: "Annotations, typed or in a file", pages: annotations),
    Section(title: "Merging and comparing", pages: merging),
    Section(title: "Measuring agreement", pages: agreement),
    Section(title: "The verdict of brat's own parser", pages: brat),
  ]

  /// The page of a name; `nil` where there is none.
  package static func page(of name: String) -> ErrorPage? {
    sections.lazy.flatMap(\.pages).first { $0.name == name }
  }

  /// The pages in whose name or texts a word begins so.
  package static func pages(mentioning word: String) -> [ErrorPage] {
    sections.flatMap(\.pages).filter { page in
      [page.name, page.meaning, page.remedy].contains { $0.hasWord(beginning: word) }
    }
  }

  /// The names there are, sorted within their sections.
  package static var names: [String] { sections.flatMap(\.pages).map(\.name) }
}
