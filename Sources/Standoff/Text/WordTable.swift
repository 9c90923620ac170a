/// The words of a stretch of an article as numbers, for finding passages that are alike.
///
/// A word here is a run of letters, digits and marks; in scripts without blanks every code point is
/// one. Words that differ in case or composition alone have the same number.
struct WordTable: Sendable {
  /// The most bytes of an article that are looked at.
  static let byteLimit = 1 << 24

  /// Where each word starts and ends, in bytes, in text order.
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  /// The number of each word.
  private(set) var numbers: [UInt32] = []
  /// The words by number, simply folded.
  private(set) var vocabulary: [String] = []
  private var numberOfWord: [String: UInt32] = [:]

  /// Lists the words that start in `bounds`, or in its first 16 MB.
  init(of article: Article, in bounds: Range<Int>) {
    let end = min(bounds.upperBound, bounds.lowerBound + Self.byteLimit)
    var place = article.widened(bounds).lowerBound
    while place < end, let (scalar, next) = article.scalar(at: place) {
      guard scalar.isLetterOrDigit || scalar.isMark else {
        place = next
        continue
      }
      var wordEnd = next
      while !scalar.isOfScriptWithoutBlanks, wordEnd < bounds.upperBound,
        let (inner, innerEnd) = article.scalar(at: wordEnd),
        inner.isLetterOrDigit || inner.isMark, !inner.isOfScriptWithoutBlanks
      {
        wordEnd = innerEnd
      }
      append(String(decoding: article.bytes[place..<wordEnd], as: UTF8.self), place..<wordEnd)
      place = wordEnd
    }
  }

  /// The number of a word; `nil` if it does not occur.
  func number(of word: String) -> Int? { numberOfWord[word.simplyFolded].map { Int($0) } }

  private mutating func append(_ word: String, _ bytes: Range<Int>) {
    let folded = word.simplyFolded
    let number: UInt32
    if let known = numberOfWord[folded] {
      number = known
    } else {
      number = UInt32(truncatingIfNeeded: vocabulary.count)
      vocabulary.append(folded)
      numberOfWord[folded] = number
    }
    starts.append(UInt32(truncatingIfNeeded: bytes.lowerBound))
    ends.append(UInt32(truncatingIfNeeded: bytes.upperBound))
    numbers.append(number)
  }
}

extension Article {
  /// The words of the article, or of the first part of `bounds` if it is a long one.
  func wordTable(in bounds: Range<Int>) -> WordTable {
    guard byteCount <= WordTable.byteLimit else { return WordTable(of: self, in: bounds) }
    return contents.words.value { WordTable(of: self, in: 0..<byteCount) }
  }
}
