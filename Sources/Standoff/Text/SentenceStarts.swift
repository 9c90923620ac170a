/// Where a capital is owed to the start of a sentence and not to the word.
///
/// Judged by what stands before the letter alone, as a reader of the line would: after `. ! ? :` and
/// blanks, or where no letter or digit stands before it in its paragraph. Opening marks and brackets
/// in between do not count. (The sentences of ``ArticleLayout`` are another matter: a colon ends
/// none, and an abbreviation need not.)
struct SentenceStarts {
  /// How many code points to look back; hostile text may have a million blanks.
  private static let reach = 256

  private let article: Article

  init(in article: Article) { self.article = article }

  /// Whether the letter at a byte offset may owe its capital to its place.
  func isStart(_ offset: Int) -> Bool {
    let paragraphs = article.layout.paragraphs
    let number = paragraphs.partitioningIndex { $0.bytes.lowerBound > offset }
    let start = number > 0 ? paragraphs[number - 1].bytes.lowerBound : 0
    var place = offset
    var left = Self.reach
    var hasBlank = false
    var isAfterMarks = false
    while place > start, let (scalar, before) = article.scalar(before: place) {
      if scalar.isBlank {
        hasBlank = true
      } else if scalar.isFullWidthStop {
        return true
      } else if scalar.isStop {
        if hasBlank || isAfterMarks { return true }
        return false
      } else if scalar.isDoubleMark || scalar.isSingleMark || scalar.isBracket {
        isAfterMarks = true
      } else {
        return hasOnlySigns(from: start, to: place)
      }
      place = before
      left -= 1
      if left == 0 { return false }
    }
    return true
  }

  /// Whether no letter or digit stands in between: the paragraph starts with a dash or a bullet.
  private func hasOnlySigns(from start: Int, to end: Int) -> Bool {
    guard end - start <= 4 * Self.reach else { return false }
    var place = start
    while place < end, let (scalar, next) = article.scalar(at: place) {
      if scalar.isLetterOrDigit { return false }
      place = next
    }
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var isStop: Bool {
    switch self {
    case ".", "!", "?", ":", "…", "؟", "۔": true
    default: false
    }
  }

  fileprivate var isFullWidthStop: Bool {
    switch self {
    case "。", "！", "？", "：", "｡": true
    default: false
    }
  }

  fileprivate var isBracket: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .closePunctuation: true
    default: false
    }
  }
}
