/// What could not be placed when articles were corrected, beside the standoff file it was taken out of.
///
/// The file `STEM.….ann.parked` is never read as annotations. Each section begins with a line that
/// names the edition its offsets count in; the lines that follow stand as they stood in the standoff
/// file. Nothing goes from it but what has found its place again.
package struct ParkedFile: Hashable, Sendable {
  /// The sections, the oldest first.
  package var sections: [ParkedSection] = []

  private static let title =
    "%% What galley reanchor could not place; it takes it up again when the words come back."
  private static let start = "%% article "

  /// The path of the file that goes with a standoff file.
  package static func path(ofStandoff path: String) -> String { path + ".parked" }

  /// Begins with nothing.
  package init() {}

  /// Reads the bytes of a file; never fails, for lines that mean nothing are kept as they are.
  package init(parsing bytes: [UInt8]) {
    for line in bytes.split(separator: .lineFeed) {
      if line.starts(with: Self.start.utf8) {
        let hash = String(decoding: line.dropFirst(Self.start.utf8.count), as: UTF8.self)
        sections.append(ParkedSection(article: UInt64(hash, radix: 16), lines: []))
      } else if !line.starts(with: "%%".utf8) {
        if sections.isEmpty { sections.append(ParkedSection(article: nil, lines: [])) }
        sections[sections.count - 1].lines.append(line + [.lineFeed])
      }
    }
  }

  /// How many annotations are parked.
  package var spanCount: Int {
    sections.reduce(0) { $0 + $1.lines.count { $0.first == UInt8(ascii: "T") } }
  }

  /// The bytes of the file; none where nothing is parked.
  package func encoded() -> [UInt8] {
    let filled = sections.filter { !$0.lines.isEmpty }
    guard !filled.isEmpty else { return [] }
    var bytes = Array("\(Self.title)\n".utf8)
    for section in filled {
      let hash = section.article.map { article in
        let digits = String(article, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
      }
      bytes += Array("\(Self.start)\(hash ?? "unknown")\n".utf8)
      for line in section.lines { bytes += line }
    }
    return bytes
  }

  /// Adds a section; lines that are parked already, on the same edition, are not parked twice.
  package mutating func add(_ section: ParkedSection) {
    let known = Set(sections.filter { $0.article == section.article }.flatMap(\.lines))
    let lines = section.lines.filter { !known.contains($0) }
    guard !lines.isEmpty else { return }
    sections.append(ParkedSection(article: section.article, lines: lines))
  }
}
