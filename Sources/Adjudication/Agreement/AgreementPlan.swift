import Standoff

/// What is to be measured, and how.
public struct AgreementPlan: Hashable, Sendable {
  /// What coefficients count.
  public enum Item: String, Hashable, Sendable, CaseIterable {
    /// Code points.
    case chars
    /// Words, as the article's layout has them.
    case words
  }

  /// What pieces are drawn again and again for an interval.
  public enum Piece: String, Hashable, Sendable {
    /// Where one article is compared.
    case paragraphs
    /// Where several are.
    case documents
  }

  /// The names of the annotators, in the order in which sets are given.
  public let annotators: [String]
  /// How many articles there will be.
  public let documentCount: Int
  /// The measures, in the order in which they are told.
  public var measures = AgreementMeasure.usual
  /// The parts that have values of their own.
  public var groups: Set<AgreementGroup.Kind> = []
  /// What coefficients count.
  public var item = Item.chars
  /// The annotator who is taken to be right, for precision and recall: the place in the list.
  public var reference: Int?
  /// How chance is imitated.
  public var sampler = ContinuumSampler.statistical
  /// Where random numbers start.
  public var seed: UInt64 = 1
  /// How many samples are made, of all articles together; of each at least two.
  public var samples = 30
  /// By what part the expected disorder of an article may be off; `nil` leaves it to ``samples``.
  public var precision: Double?
  /// How often pieces are drawn for an interval; 0 for none.
  public var draws = 1000
  /// How many of the worst places are kept.
  public var placeCount = 10

  /// Creates a plan with the usual measures.
  public init(annotators: [String], documentCount: Int = 1) {
    self.annotators = annotators
    self.documentCount = documentCount
  }

  /// What is drawn for an interval.
  public var piece: Piece { documentCount > 1 ? .documents : .paragraphs }

  /// How many samples of chance are made of each article.
  var samplesOfDocument: Int {
    let count = max(1, documentCount)
    guard count > 1 else { return max(1, samples) }
    let (each, rest) = max(0, samples).quotientAndRemainder(dividingBy: count)
    return max(2, each + min(1, rest))
  }

  /// The seed for an article: of one alone the plan's, of several one that belongs to its text and its
  /// name without folders.
  ///
  /// So it changes neither where other articles come in nor with the folder that they are seen from,
  /// and neither copies of a text nor articles of one name in several folders are sampled alike.
  func seed(of article: ComparedArticle) -> UInt64 {
    guard documentCount > 1 else { return seed }
    let name = contentHash(of: Array(FilePath.name(of: article.name).utf8))
    var numbers = SeededNumbers(seed: seed ^ article.article.hash ^ name)
    return numbers.next()
  }

  /// The seed for a passage of an article, by the number of those before it: the samples of passages
  /// are independent, or their errors would not add up as errors do.
  func seed(ofPassage number: Int, in article: UInt64) -> UInt64 {
    guard number > 0 else { return article }
    var numbers = SeededNumbers(seed: article &+ UInt64(number))
    return numbers.next()
  }
}
