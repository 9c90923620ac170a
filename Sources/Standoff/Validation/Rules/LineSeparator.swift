/// Quoted words and notes that hold a character at which some programs end the line, such as U+2028.
struct LineSeparator: LineRule {
  static let names: [DiagnosticName] = [.lineSeparator]
  static let kinds: Set<LineKind> = [.textBound, .discontinuous, .reference, .note]
  static let passesPlainLines = true

  func visit(_ row: UInt32, _ review: inout Review) {
    let lines = review.lines
    let words = lines.set.store.words(of: row)
    guard let place = words.firstLineSeparator else { return }
    let scalar = String(decoding: words[place...].prefix(scalars: 1), as: UTF8.self).unicodeScalars
    guard let separator = scalar.first else { return }
    let start = place - lines.set.store.bytes(of: row).startIndex
    let isInSpan = lines.set.store.kind(of: row).isTextBound && !review.misfits.contains(row)
    let pieces = isInSpan ? review.article.splitting(review.pieces(of: row)) : []
    let isSplit = isInSpan && pieces != review.pieces(of: row)
    review.report(
      .lineSeparator, severity: .warning,
      Self.message(review.id(of: row), separator, isSplit: isSplit),
      isSplit ? .offsetsAndWords : .bytes(start..<start + 1), of: row,
      fix: isSplit ? review.spelled(pieces) : nil)
  }
}

extension LineSeparator {
  private static func message(_ id: String, _ separator: Unicode.Scalar, isSplit: Bool) -> String {
    let digits = String(separator.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let next = isSplit ? "split the annotation there" : "take it out"
    return "\(id) holds \(name), at which some programs end the line; \(next)"
  }
}

extension ArraySlice<UInt8> {
  /// The place of the first U+000B to 000D, 001C to 001E, 0085, 2028 or 2029.
  fileprivate var firstLineSeparator: Int? {
    let bytes = span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x20..<0x80: continue
      case 0x0B...0x0D, 0x1C...0x1E: return startIndex + index
      case 0x85 where index > 0 && bytes[index - 1] == 0xC2: return startIndex + index - 1
      case 0xA8, 0xA9:
        if index >= 2, bytes[index - 1] == 0x80, bytes[index - 2] == 0xE2 {
          return startIndex + index - 2
        }
      default: continue
      }
    }
    return nil
  }
}

extension DiagnosticName {
  /// Words or a note hold a character at which some programs end the line.
  public static let lineSeparator = DiagnosticName("line-separator")
}
