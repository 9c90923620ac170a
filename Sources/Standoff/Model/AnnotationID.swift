/// The id of a line in a standoff file: letters that tell its family, then digits, as `T4821937`.
///
/// Ids are compared as written: `T01` and `T1` are two ids.
public struct AnnotationID: Hashable, Sendable {
  /// The id as it is written in the file.
  public let description: String

  /// Creates an id from what is written in a file; it is not checked.
  public init(_ description: String) { self.description = description }

  /// Whether two ids are the same code points; Swift's own string equality would fold accents.
  public static func == (left: AnnotationID, right: AnnotationID) -> Bool {
    left.description.utf8.elementsEqual(right.description.utf8)
  }

  /// Feeds the id's bytes to `hasher`.
  public func hash(into hasher: inout Hasher) {
    // Eight bytes at a time: ids are looked up for every line that is listed.
    var (word, count) = (UInt64(0), UInt64(0))
    for byte in description.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
  }
}

extension AnnotationID: CustomStringConvertible, ExpressibleByStringLiteral {
  /// Creates an id from what is written in a file; it is not checked.
  public init(stringLiteral value: String) { self.init(value) }
}

extension AnnotationID: Comparable {
  /// The order of ids in files: by first letter, then the shorter one first, then byte by byte.
  ///
  /// So `T9` comes before `T10`.
  public static func < (left: AnnotationID, right: AnnotationID) -> Bool {
    let (a, b) = (left.description.utf8, right.description.utf8)
    if let x = a.first, let y = b.first, x != y { return x < y }
    return a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }
}
