import Foundation
import Standoff
import Testing

/// Files of other people give findings in order, each with its place; where the corpora are there.
@Suite struct CorporaTests {
  static let folder = URL(filePath: #filePath).appending(path: "../../../../../shared/corpora")
    .standardizedFileURL
  /// Every twentieth file that has its article beside it.
  static let files: [URL] = {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let files = (all?.compactMap { $0 as? URL } ?? []).filter { file in
      file.pathExtension == "ann" && FileManager.default.fileExists(atPath: article(of: file).path)
    }.sorted { $0.path < $1.path }
    return stride(from: 0, to: files.count, by: 20).map { files[$0] }
  }()

  static func article(of file: URL) -> URL {
    file.deletingPathExtension().appendingPathExtension("txt")
  }

  @Test(arguments: files) func findingsAreInOrderAndHavePlaces(file: URL) throws {
    let findings = Validator().findings(
      in: [UInt8](try Data(contentsOf: file)),
      of: [UInt8](try Data(contentsOf: Self.article(of: file))), schema: .news, source: file.path)
    let lines = findings.map { $0.place.line ?? 0 }
    #expect(lines == lines.sorted())
    #expect(findings.allSatisfy { $0.place.source == file.path && $0.place.excerpt != nil })
  }
}
