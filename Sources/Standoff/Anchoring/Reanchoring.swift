/// What becomes of the annotations of a standoff file when its article was corrected, and the file as
/// it is to be then.
///
/// ```swift
/// let correction = Correction(from: old, to: new)
/// let outcome = Reanchoring(of: AnnotationSet(parsing: bytes, of: old), by: correction)
/// for fate in outcome.fates where fate.kind == .changed { print(fate.oldWords, fate.newWords) }
/// ```
/// Ids stay. Attributes, references, notes, relations and events follow what they are on; what is lost
/// takes with it all that cannot be without it, see ``lostLines``. Lines of what was kept keep their bytes.
public struct Reanchoring: Sendable {
  /// What became of each annotation that is a `T` line, in the order of the old text.
  public let fates: [SpanFate]
  /// The standoff file on the new edition.
  public let bytes: [UInt8]
  /// What was lost, with all that belongs to it; `nil` where nothing was.
  package let parked: ParkedSection?
  /// The lines that were lost, with all that belongs to them, as they stood, each with a line feed; none of
  /// them is in ``bytes``.
  public var lostLines: [[UInt8]] { parked?.lines ?? [] }

  /// Re-anchors a set to a new edition.
  ///
  /// Lines whose words do not stand in the old edition where they say are looked for by their words
  /// alone.
  ///
  /// - Parameter set: the annotations, on ``Correction/old``.
  public init(of set: AnnotationSet, by correction: Correction) {
    let spans = QuotedSpan.all(in: set)
    let fitting = spans.map { $0.stretches != nil }
    let fitsNew = spans.map { $0.fits(correction.new) }
    // A file that quotes the new edition throughout, and not the old one, has been re-anchored before.
    let isDone = !fitting.allSatisfy(\.self) && fitsNew.allSatisfy(\.self)
    var work = Correction.usualWork
    var placements = spans.indices.map { index -> SpanPlacement? in
      let span = spans[index]
      if isDone || !fitting[index] && fitsNew[index] {
        return SpanPlacement(ranges: span.ranges, score: 1)
      }
      if span.isArticleLevel { return SpanPlacement(ranges: [correction.new.firstLine], score: 1) }
      return fitting[index] ? correction.place(of: span.ranges, work: &work) : nil
    }
    let strangers = spans.indices.filter { !isDone && !fitting[$0] && placements[$0] == nil }
    if !strangers.isEmpty {
      let found = QuotedPlaces(in: correction.new, threshold: correction.threshold)
        .placements(of: strangers.map { spans[$0] })
      for (index, place) in zip(strangers, found) { placements[index] = place }
    }
    self.init(of: set, spans, placements, on: correction.new)
  }

  /// Re-anchors a set to the article as it is now by the words that its lines quote alone.
  ///
  /// - Parameter set: the annotations, read on any edition.
  public init(
    of set: AnnotationSet, to new: Article, threshold: Double = Correction.usualThreshold
  ) {
    let set = AnnotationSet(parsing: set.encoded(), of: new)
    let spans = QuotedSpan.all(in: set)
    let placements = QuotedPlaces(in: new, threshold: threshold).placements(of: spans)
    self.init(of: set, spans, placements, on: new)
  }

  private init(
    of set: AnnotationSet, _ spans: [QuotedSpan], _ placements: [SpanPlacement?], on new: Article
  ) {
    let fates = zip(spans, placements).map { Self.fate(of: $0, $1, in: set, on: new) }
    self.fates = fates
    let file = ReanchoredFile(set, on: new, spans, fates)
    bytes = file.bytes
    parked = file.parked
  }

  private static func fate(
    of span: QuotedSpan, _ placement: SpanPlacement?, in set: AnnotationSet, on new: Article
  ) -> SpanFate {
    func made(
      _ kind: SpanFate.Kind, _ words: String, _ ranges: [TextRange], _ score: Double
    ) -> SpanFate {
      SpanFate(
        id: span.id, label: span.label, kind: kind, oldWords: span.words, newWords: words,
        oldRanges: span.ranges, newRanges: ranges, score: score,
        isDoubtful: placement?.isDoubtful ?? false)
    }
    guard let placement else { return made(.lost, "", [], 0) }
    var words = new.text(in: placement.ranges)
    if span.isArticleLevel {
      return made(placement.ranges == span.ranges ? .kept : .moved, words, placement.ranges, 1)
    }
    if span.says(placement.ranges, in: new) {
      return made(
        placement.ranges == span.ranges ? .kept : .moved, words, placement.ranges, placement.score)
    }
    // As the file will have it: without blanks at the edges.
    let ranges = new.joining(new.splitting(placement.ranges))
    words = new.text(in: ranges)
    let isAlike = FoldedKeys.areAlike(Array(span.words.utf8)[...], Array(words.utf8)[...])
    return made(.changed, words, ranges, isAlike ? 1 : min(placement.score, 0.99))
  }
}
