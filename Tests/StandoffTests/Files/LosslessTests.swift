import Foundation
import Standoff
import TestSupport
import Testing

/// Reading and writing gives the very bytes, whatever they are.
@Suite struct LosslessTests {
  /// The corpora beside a checkout of the whole project; absent elsewhere.
  static let corpora = URL(filePath: #filePath).appending(path: "../../../../../shared/corpora")
    .standardizedFileURL
  static var hasCorpora: Bool { FileManager.default.fileExists(atPath: corpora.path) }

  @Test(.enabled(if: hasCorpora)) func everyFileOfTheCorpora() throws {
    let article = try Article(bytes: [])
    let files = FileManager.default.enumerator(at: Self.corpora, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "ann" else { continue }
      let bytes = try [UInt8](Data(contentsOf: file))
      let set = AnnotationSet(parsing: bytes, of: article)
      let same = set.encoded() == bytes
      #expect(same, "\(file.path)")
      count += 1
    }
    #expect(count > 2000)
  }

  @Test(arguments: [
    "", "\n", "\n\n\n", "T1", "T1\t", "\t", "\r", "\r\n", "\u{FEFF}T1\tA 0 1\tx\n",
    "T1\tA +0 1\tx\r\n\r\n",
    "#1\tNote T1\tone\u{85}two\u{2028}three\u{B}four",
    "T1\tA 0 1\tx\tleft over\ttwice\nT1\tA 0 1\tx\n",
    "T1\tA 0 1\tx\rT2\tA 0 1\tx\r",
  ])
  func oddText(text: String) throws {
    let bytes = Array(text.utf8)
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: []))
    #expect(set.encoded() == bytes)
    #expect((0..<set.lineCount).flatMap(set.line) == bytes)
  }

  @Test func bytesThatAreNoText() throws {
    let bytes: [UInt8] = [0x54, 0x31, 0x09, 0xFF, 0xFE, 0x0A, 0x00, 0x0A, 0xC3]
    let set = AnnotationSet(parsing: bytes, of: try Article(bytes: []))
    #expect(set.encoded() == bytes)
    #expect(set.malformed.count == 3)
  }

  @Test func mutatedFilesNeitherTrapNorLose() throws {
    for number in 0..<2000 as Range<UInt64> {
      var seed = Seed(number)
      var random = RandomFile(number)
      let article = try random.article()
      var bytes = random.bytes()
      for _ in 0..<Int.random(in: 0..<12, using: &seed) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &seed)
        let byte: UInt8? =
          ([0x09, 0x0A, 0x20, 0x3A, 0x3B, 0x2A, 0x30, 0x39, 0xC3, 0x00] as [UInt8]).randomElement(
            using: &seed)
        switch Int.random(in: 0..<3, using: &seed) {
        case 0: bytes[place] = byte ?? 0
        case 1: bytes.insert(byte ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      let set = AnnotationSet(parsing: bytes, of: article)
      #expect(set.encoded() == bytes, "seed \(number)")
      #expect(set.lineCount == bytes.count { $0 == 0x0A } + (bytes.last ?? 0x0A == 0x0A ? 0 : 1))
      for annotation in set.annotations {
        _ = annotation.ranges.map { article.text(in: $0) }
        _ = (set.attributes(of: annotation.id), set.relations(from: annotation.id))
      }
      _ = (set.malformed, set.events, set.groups, set.relations)
    }
  }

  @Test func aFileWithoutAnEditIsTheOneThatWasRead() throws {
    let set = AnnotationSet(parsing: Array("T1\tA 0 1\tx".utf8), of: try Article(bytes: [0x78]))
    let edit = Draft(set).edit()
    #expect(edit.isEmpty)
  }
}
