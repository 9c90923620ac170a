import Standoff

/// Standoff files: none is changed by reading, and none stops the validator or brat's parser.
struct StandoffTarget: Sendable {
  private let article: Article? = try? Article(
    bytes: Array(
      """
      \u{FEFF}Pier to close\r\n\r\nThe board’s chair, Ida Moss, said “no money is left” on 1.5. “We \
      asked 👩‍👩‍👧,” said a U.S. pilot of 서울 Street’s cafe\u{301}.\n\n  \u{2028}Nobody did.\n
      """.utf8))

  func read(_ bytes: [UInt8]) {
    guard let article else { return }
    let set = AnnotationSet(parsing: bytes, of: article)
    require(set.encoded() == bytes, "reading loses nothing")
    let findings = Validator().findings(in: set, schema: .news)
    require(
      findings.allSatisfy { ($0.place.line ?? 1) <= set.lineCount }, "a finding lies in the file")
    for annotation in set.annotations.prefix(50) {
      require(set[annotation.id]?.id == annotation.id, "an annotation is found by its id")
      _ = set.annotations(overlapping: annotation.extent).count
      _ = (set.attributes(of: annotation.id), set.relations(from: annotation.id))
      _ = (set.references(of: annotation.id), set.notes(of: annotation.id))
    }
    _ = BratReading(of: bytes, on: article).encoded
  }
}
