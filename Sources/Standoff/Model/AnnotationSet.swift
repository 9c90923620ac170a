/// One annotator's annotations on one article: every line of a standoff file, as it came.
///
/// Reading is lossless: ``encoded()`` gives back the very bytes, whatever they are. Lines that
/// cannot be used are kept and listed in ``malformed``; they hide nothing else. Where two lines have
/// one id, the first counts.
///
/// A set is a value. Copies share what neither of them changes, so that the set before an act and
/// the set after it together cost little more than one. A ``Draft`` finds the ``Edit`` that an act
/// needs, and ``apply(_:)`` carries it out.
public struct AnnotationSet: Sendable {
  /// The article that the annotations stand on.
  public let article: Article

  var store: LineStore

  /// Creates a set without lines.
  public init(of article: Article) { self.init(parsing: [], of: article) }

  /// Reads the bytes of a standoff file; lines end at U+000A alone.
  ///
  /// Takes time linear in the bytes. Of a file over 2 GiB no line is read: ``malformed`` says so,
  /// ``encoded()`` still gives its bytes, and no edit fits it.
  public init(parsing bytes: [UInt8], of article: Article) {
    self.article = article
    store = LineStore(parsing: bytes, of: article)
  }

  /// The bytes of the file.
  public func encoded() -> [UInt8] { store.encoded() }

  /// How many lines the file has, blank and malformed ones included.
  public var lineCount: Int { store.order.count }

  /// The bytes of line `number`, counted from 0, with its line end; empty past the end.
  public func line(_ number: Int) -> [UInt8] {
    store.order.row(ofLine: number).map { Array(store.bytes(of: $0)) } ?? []
  }

  /// What is wrong with the lines that ``malformed`` has, without the blank ones, which say nothing and can
  /// be passed over.
  package var unusable: [Diagnostic] { malformed.filter { $0.name != .blankLine } }

  /// The lines that cannot be used, in the order of the file, each with line, column and name.
  ///
  /// Whether the other lines agree with the article, the schema and each other is not asked here.
  public var malformed: [Diagnostic] {
    if let refusal = store.refusal {
      return [refusal.diagnostic(number: 1, line: [], id: "")]
    }
    guard !store.problems.isEmpty else { return [] }
    var found: [Diagnostic] = []
    for (number, row) in store.order.enumerated() {
      guard let problem = store.problems[row] else { continue }
      found.append(
        problem.diagnostic(
          number: number + 1, line: store.bytes(of: row), id: store.id(of: row).description))
    }
    return found
  }
}

extension AnnotationSet {
  /// Whether two sets hold the same lines in the same order; the articles are not compared.
  public func hasSameLines(as other: AnnotationSet) -> Bool {
    lineCount == other.lineCount
      && zip(store.order, other.store.order).allSatisfy {
        store.bytes(of: $0) == other.store.bytes(of: $1)
      }
  }
}
