/// A text as it is compared letter by letter: case and kinds of marks aside, blanks as one.
struct FoldedLetters {
  private(set) var letters: [Unicode.Scalar] = []
  /// Where each letter starts and ends, in bytes of the text.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []
  /// The words, as a `WordTable` has them.
  private(set) var words: [String] = []

  init(of text: some Sequence<Unicode.Scalar>) {
    var place = 0
    var word = String.UnicodeScalarView()
    func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isLetterOrDigit || scalar.isMark }
    for scalar in text {
      let end = place + UTF8.width(scalar)
      defer { place = end }
      if !isWord(scalar) || scalar.isOfScriptWithoutBlanks
        || word.last?.isOfScriptWithoutBlanks ?? false
      {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
      if isWord(scalar) { word.append(scalar.simplyFolded) }
      let letter = Self.folded(scalar)
      if letter == " ", letters.last == " " || letters.isEmpty { continue }
      letters.append(letter)
      starts.append(place)
      ends.append(end)
    }
    if !word.isEmpty { words.append(String(word)) }
    if letters.last == " " { letters.removeLast() }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isBlank { return " " }
    if scalar.isDoubleMark { return "\"" }
    if scalar.isSingleMark { return "'" }
    return scalar.isDash ? "-" : scalar.simplyFolded
  }
}
