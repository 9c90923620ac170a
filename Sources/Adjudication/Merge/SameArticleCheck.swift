public import Standoff

/// Whether sets of annotations quote the same article.
///
/// A merge has to know: offsets of two articles mean different words, and no line shows it. What a set
/// quotes is what its `T` lines have in their last column.
struct SameArticleCheck {
  private var scalars: [Int: Unicode.Scalar] = [:]

  /// Notes what a set quotes.
  init(_ set: [StandoffRecord]) {
    for record in set { Self.visit(record) { offset, scalar in scalars[offset] = scalar } }
  }

  /// Whether another set quotes the same words: fewer than half of the lines that can be compared
  /// quote others.
  func holds(for records: [StandoffRecord]) -> Bool {
    var (comparable, contrary) = (0, 0)
    for record in records {
      var (isComparable, isContrary) = (false, false)
      Self.visit(record) { offset, scalar in
        guard let known = scalars[offset] else { return }
        isComparable = true
        if known != scalar { isContrary = true }
      }
      comparable += isComparable ? 1 : 0
      contrary += isContrary ? 1 : 0
    }
    return contrary * 2 < comparable || contrary == 0
  }

  /// Hands over the characters that a `T` quotes; nothing where their number is not that of its offsets.
  private static func visit(_ record: StandoffRecord, _ take: (Int, Unicode.Scalar) -> Void) {
    guard record.kind == .textBound else { return }
    let words = String(decoding: record.quotation, as: UTF8.self).unicodeScalars
    let length = record.fragments.reduce(0) { $0 + $1.count } + record.fragments.count - 1
    guard words.count == length else { return }
    var rest = words[...]
    for fragment in record.fragments {
      for (offset, scalar) in zip(fragment.lower.value..<fragment.upper.value, rest) {
        take(offset, scalar)
      }
      rest = rest.dropFirst(fragment.count + 1)
    }
  }
}

extension DiagnosticName {
  /// Files that were to be compared or merged are on articles that are not the same.
  public static let differentArticles = DiagnosticName("different-articles")
}
