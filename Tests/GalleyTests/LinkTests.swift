import Foundation
import Testing

/// What a page links to is there: files of the repository, and headings in them.
@Suite struct LinkTests {
  static let pages =
    ["README.md", "Annotations/README.md"] + Repository.files(below: "Docs", ending: ".md")

  @Test(arguments: pages) func leadsSomewhere(_ page: String) throws {
    let folder = Repository.root.appending(path: page).deletingLastPathComponent()
    for match in try Repository.text(page).matches(
      of: /\]\((?<path>[^)#\s]*)(?:#(?<heading>[^)]*))?\)/)
    {
      let path = String(match.output.path)
      if path.hasPrefix("http") { continue }
      let target =
        path.isEmpty ? Repository.root.appending(path: page) : folder.appending(path: path)
      #expect(FileManager.default.fileExists(atPath: target.path()), "\(page): \(path)")
      guard let heading = match.output.heading else { continue }
      let text = try String(contentsOf: target, encoding: .utf8)
      #expect(Self.anchors(in: text).contains(String(heading)), "\(page): #\(heading)")
    }
  }

  /// The names that headings have in links.
  private static func anchors(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
        return String(title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) })
          .replacing(" ", with: "-")
      })
  }
}
