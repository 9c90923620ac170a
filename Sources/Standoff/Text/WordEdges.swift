extension Article {
  /// Whether a stretch of bytes begins and ends where words do.
  ///
  /// An edge that is a letter, digit or mark must not adjoin another one. Beside a letter of a script
  /// that puts no blanks between words there is an edge whatever stands there; between Hangul and
  /// Hangul only at the end, where a particle may follow.
  func hasWordEdges(_ range: Range<Int>) -> Bool {
    guard let (first, _) = scalar(at: range.lowerBound),
      let (last, _) = scalar(before: range.upperBound)
    else { return false }
    if let (before, _) = scalar(before: range.lowerBound), Self.areOneWord(before, first) {
      if before.isHangul == first.isHangul { return false }
    }
    if let (after, _) = scalar(at: range.upperBound), Self.areOneWord(last, after) {
      if !last.isHangul && !after.isHangul { return false }
    }
    return true
  }

  private static func areOneWord(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    guard left.isLetterOrDigit || left.isMark, right.isLetterOrDigit || right.isMark else {
      return false
    }
    return !left.isOfScriptWithoutBlanks && !right.isOfScriptWithoutBlanks
  }
}
