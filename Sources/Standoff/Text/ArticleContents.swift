/// What all copies of an article share.
final class ArticleContents: Sendable {
  let bytes: [UInt8]
  let scalars: TextIndex
  let astralScalars = Lazily<TextIndex>()
  let hash = Lazily<UInt64>()
  let lineStarts = Lazily<[UInt32]>()
  let paragraphs = Lazily<[Paragraph]>()
  let sentences = SentenceCache()
  let byteFrequencies = Lazily<[Int]>()
  let words = Lazily<WordTable>()
  let irregularCharacters = Lazily<IrregularCharacters>()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scalars = TextIndex(counting: .scalars, in: bytes)
  }
}
