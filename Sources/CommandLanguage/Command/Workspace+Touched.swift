package import Standoff

extension Workspace {
  /// The sentences that stretches of the article lie in, those that follow one another as one.
  ///
  /// Costs what is shown, and a look at each stretch.
  package func sentences(touching stretches: [TextRange]) -> TouchedSentences? {
    guard let session, !stretches.isEmpty else { return nil }
    let layout = session.article.layout
    let length = session.article.scalarCount
    var first: [Address: ScalarOffset] = [:]
    for stretch in stretches where stretch.lower.value < length {
      let end = ScalarOffset(max(stretch.lower.value, min(stretch.upper.value, length) - 1))
      guard let start = layout.address(of: stretch.lower), let last = layout.address(of: end)
      else { continue }
      first[start] = min(first[start] ?? stretch.lower, stretch.lower)
      // Of a span over many sentences the first tells where it begins, and the last where it ends.
      if last != start, first[last] == nil { first[last] = stretch.lower }
    }
    var runs: [(addresses: ClosedRange<Address>, place: ScalarOffset)] = []
    for (address, place) in first.sorted(by: { $0.key < $1.key }) {
      let next = runs.last.map {
        Address(
          paragraph: $0.addresses.upperBound.paragraph,
          sentence: $0.addresses.upperBound.sentence + 1)
      }
      if next == address {
        runs[runs.count - 1].addresses = runs[runs.count - 1].addresses.lowerBound...address
      } else {
        runs.append((address...address, place))
      }
    }
    let shown = runs.prefix(TouchedSentences.most)
    return TouchedSentences(
      runs: shown.compactMap { run(of: $0.addresses, at: $0.place, in: session) },
      others: runs.dropFirst(shown.count).reduce(0) {
        $0 + $1.addresses.upperBound.sentence - $1.addresses.lowerBound.sentence + 1
      },
      paragraphCount: layout.paragraphs.count)
  }

  private func run(
    of addresses: ClosedRange<Address>, at place: ScalarOffset, in session: Session
  ) -> TouchedSentences.Run? {
    let sentences = session.article.layout.sentences(in: addresses.lowerBound.paragraph)
    let (first, last) = (addresses.lowerBound.sentence - 1, addresses.upperBound.sentence - 1)
    guard sentences.indices.contains(first), sentences.indices.contains(last) else { return nil }
    let page = ArticlePage(
      of: session.annotations, in: TextRange(sentences[first].lower, sentences[last].upper),
      schema: session.schema
    ) { handle(of: $0) }
    return page.paragraphs.first.map { TouchedSentences.Run(sentences: $0, place: place) }
  }
}
