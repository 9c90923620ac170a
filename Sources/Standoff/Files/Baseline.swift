/// Findings that are known and not to be told again.
///
/// A finding is known by its file, its name and the line it is about, whatever number the line has by
/// now; as often as the baseline has it and no more, and on as many lines where it is told at the first.
package struct Baseline: Sendable {
  /// On how many lines each finding is known, by the bytes of the file's path.
  private var files: [[UInt8]: [Known: Int]] = [:]

  private struct Known: Hashable {
    let name: String
    let excerpt: [UInt8]
  }

  /// Reads what `galley validate --format json` has written.
  ///
  /// Throws `not-a-baseline` with the first line that is no finding; `source` is the file's path.
  package init(_ bytes: [UInt8], source: String) throws(DiagnosticError) {
    let lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated()
    where !line.allSatisfy({ $0 == .space || $0 == .carriageReturn }) {
      guard let text = String(validating: line, as: UTF8.self),
        let object = JSONValue(parsing: text),
        let name = object["name"]?.string, let file = object["file"]?.string
      else {
        throw DiagnosticError(
          .notABaseline,
          "this line is not a finding; a baseline is what `galley validate --format json` prints",
          at: Place(source: source, line: number + 1))
      }
      let known = Known(name: name, excerpt: Array((object["excerpt"]?.string ?? "").utf8))
      let lines = max(1, min(object["lines"]?.integer ?? 1, Self.mostLines))
      files[Self.key(file), default: [:]][known, default: 0] += lines
    }
  }

  /// Whether nothing is known.
  package var isEmpty: Bool { files.isEmpty }

  /// Whether something is known of a file under this path.
  package func names(_ file: String) -> Bool { files[Self.key(file)] != nil }

  /// Those of the findings about one file that are not known.
  package func unknown(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard let file = findings.first?.place.source, var known = files[Self.key(file)] else {
      return findings
    }
    return findings.filter { finding in
      let key = Known(
        name: finding.name.rawValue, excerpt: Array((finding.place.excerpt ?? "").utf8))
      guard let count = known[key], count >= finding.lineCount else { return true }
      known[key] = count - finding.lineCount
      return false
    }
  }

  /// As many lines as a file can have.
  private static let mostLines = 1 << 31

  private static func key(_ path: String) -> [UInt8] { Array(FilePath.simplified(path).utf8) }
}

extension DiagnosticName {
  /// A file that was given as a baseline holds something else than findings.
  public static let notABaseline = DiagnosticName("not-a-baseline")
}
