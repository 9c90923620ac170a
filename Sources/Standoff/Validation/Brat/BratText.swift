/// A stretch of a line as brat's parser has it: code points, which keep their places in the line.
typealias BratText = ArraySlice<Unicode.Scalar>

/// What Python's strings can do, as far as brat's parser asks it of them.
extension BratText {
  /// Takes over a text.
  init(_ text: String) { self = Array(text.unicodeScalars)[...] }

  /// The text.
  var string: String { String(String.UnicodeScalarView(self)) }

  /// What `split()` gives: the words between blanks of any kind.
  var words: [BratText] { split(whereSeparator: \.isBlankOrBreak) }

  /// What `split(separator)` gives: the parts between separators, empty ones too.
  func parts(_ separator: Unicode.Scalar, maxSplits: Int = .max) -> [BratText] {
    split(separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: false)
  }

  /// What `rstrip()` gives.
  var withoutBlankEnd: BratText {
    lastIndex { !$0.isBlankOrBreak }.map { self[...$0] } ?? prefix(0)
  }

  /// What `rstrip('\r\n')` gives.
  var withoutLineEnd: BratText {
    lastIndex { $0 != "\n" && $0 != "\r" }.map { self[...$0] } ?? prefix(0)
  }
}
