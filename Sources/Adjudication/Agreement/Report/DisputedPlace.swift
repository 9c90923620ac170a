public import Standoff

/// A place where annotators differ, and by how much.
public struct DisputedPlace: Sendable {
  /// What one annotator marked there.
  public struct Reading: Sendable {
    /// The name of the annotator.
    public let annotator: String
    /// The spans, mostly one; none where nothing was marked.
    public let units: [Continuum.Unit]
  }

  /// The name of the article.
  public let document: String
  /// From the first start to the last end of all readings.
  public let range: TextRange
  /// What each annotator who has read the place marked, in their order.
  public let readings: [Reading]
  /// The mean over the pairs of these annotators: 1 where one alone has marked something, else how
  /// unlike the two are, as gamma has it, 2 at most.
  public let cost: Double
  /// The text that the place is in.
  let article: Article
}

extension DisputedPlace {
  /// The words that stand there.
  public var words: String { article.text(in: range) }
  /// Paragraph and sentence; `nil` between paragraphs.
  public var address: Address? { article.layout.address(of: range.lower) }
}

extension [DisputedPlace] {
  /// The worst, those of this list before equally bad ones of another.
  func worst(_ count: Int, with others: [DisputedPlace]) -> [DisputedPlace] {
    let all = (self + others).enumerated().sorted { one, other in
      one.element.cost != other.element.cost
        ? one.element.cost > other.element.cost : one.offset < other.offset
    }
    return all.prefix(Swift.max(0, count)).map(\.element)
  }
}
