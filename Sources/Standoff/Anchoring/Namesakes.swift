/// Which of several stretches with the same words is meant, told by what stands right beside them.
///
/// A run that two texts share may be no more than a name that two paragraphs begin with. So where little
/// besides the words themselves is shared, they have to fit their place better than any namesake does, in
/// both editions.
struct Namesakes {
  private let bytes: Range<Int>
  private let old: Article
  private let new: Article

  /// How far from a place namesakes are looked for, in bytes.
  private static let reach = 32768
  /// How many are compared, the nearest first.
  private static let most = 64
  /// By how much the surroundings of a namesake have to be more alike, of 2 for both sides.
  private static let margin = 0.3

  /// Prepares to tell the stretch `bytes` of the old edition from others with its words.
  init(of bytes: Range<Int>, in old: Article, and new: Article) {
    self.bytes = bytes
    (self.old, self.new) = (old, new)
  }

  /// The place of the new edition that is meant where `place` was found; `nil` where the words there are
  /// another stretch of the old edition.
  ///
  /// - Parameter work: how many letters may still be compared.
  func place(meantBy place: Range<Int>, work: inout Int) -> Range<Int>? {
    var best = (place: place, likeness: likeness(bytes, place, &work))
    for other in others(than: place, in: new) {
      guard work > 0 else { return nil }
      let likeness = likeness(bytes, other, &work)
      if likeness > best.likeness + (best.place == place ? Self.margin : 0) {
        best = (other, likeness)
      }
    }
    for other in others(than: bytes, in: old) {
      guard work > 0, likeness(other, best.place, &work) <= best.likeness + Self.margin else {
        return nil
      }
    }
    return best.place
  }

  /// How alike the surroundings of a stretch in each edition are, from 0 to 2.
  private func likeness(_ one: Range<Int>, _ other: Range<Int>, _ work: inout Int) -> Double {
    work -= 2 * AnchorScore.context
    let before = likeness(
      old.context(before: one.lowerBound), new.context(before: other.lowerBound))
    let after = likeness(old.context(after: one.upperBound), new.context(after: other.upperBound))
    // An edge of the text tells nothing.
    return (before ?? after ?? 1) + (after ?? before ?? 1)
  }

  private func likeness(_ one: [UInt32], _ other: [UInt32]) -> Double? {
    one.isEmpty || other.isEmpty ? nil : Likeness.of(one, other)
  }

  /// Other stretches of an edition with the same words, in the order of the text.
  private func others(than own: Range<Int>, in article: Article) -> [Range<Int>] {
    guard !own.isEmpty else { return [] }
    let words = old.bytes[bytes]
    let text = article.bytes
    let areWhole = old.hasWordEdges(bytes)
    var found: [Range<Int>] = []
    var start = max(0, own.lowerBound - Self.reach)
    let end = min(text.count, own.upperBound + Self.reach)
    while let place = ByteSearch.first(of: words[bytes.lowerBound], in: text, from: start),
      place + words.count <= end
    {
      start = place + 1
      let range = place..<place + words.count
      guard range != own, text[range].elementsEqual(words), !areWhole || article.hasWordEdges(range)
      else { continue }
      found.append(range)
    }
    guard found.count > Self.most else { return found }
    return found.sorted {
      let (a, b) = (abs($0.lowerBound - own.lowerBound), abs($1.lowerBound - own.lowerBound))
      return a != b ? a < b : $0.lowerBound < $1.lowerBound
    }.prefix(Self.most).sorted { $0.lowerBound < $1.lowerBound }
  }
}
