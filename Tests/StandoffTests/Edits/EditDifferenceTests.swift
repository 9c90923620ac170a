import TestSupport
import Testing

@testable import Standoff

/// The edit between two files.
@Suite struct EditDifferenceTests {
  private static func set(_ text: String) throws -> AnnotationSet {
    AnnotationSet(parsing: Array(text.utf8), of: try Article(bytes: Array("abc\n".utf8)))
  }

  private static func hunks(_ old: String, _ new: String) throws -> [String] {
    let edit = Edit(from: try set(old), to: try set(new))
    return edit.hunks.map { hunk in
      func text(_ lines: [[UInt8]]) -> String {
        lines.map { String(decoding: $0.dropLast(), as: UTF8.self) }.joined(separator: ",")
      }
      return "\(hunk.line): \(text(hunk.removed)) → \(text(hunk.added))"
    }
  }

  @Test func whatIsSharedStays() throws {
    #expect(try Self.hunks("a\nb\nc\n", "a\nb\nc\n") == [])
    #expect(try Self.hunks("a\nb\nc\n", "a\nx\nc\n") == ["1: b → x"])
    #expect(try Self.hunks("a\nb\nc\n", "b\nc\nd\n") == ["0: a → ", "3:  → d"])
    #expect(try Self.hunks("", "a\nb\n") == ["0:  → a,b"])
    #expect(try Self.hunks("a\nb\n", "") == ["0: a,b → "])
    // What moved goes out at one place and in at another.
    #expect(try Self.hunks("a\nb\nc\nd\n", "b\nc\nd\na\n") == ["0: a → ", "4:  → a"])
    // Equal lines next to one that stands once stay with it.
    #expect(try Self.hunks("\n\na\n\nb\n", "\n\na\n\n\nb\n").count == 1)
  }

  /// Lines taken, repeated, moved and changed in every way.
  @Test func itMakesOneFileTheOtherAndBack() throws {
    for number in 0..<500 {
      var seed = Seed(UInt64(number))
      func lines() -> String {
        (0..<(seed.next() % 12)).map { _ in "T\(seed.next() % 9)\tClaim 0 1\ta\n" }.joined()
          + (seed.next() % 3 == 0 ? "no end" : "")
      }
      let (old, new) = (try Self.set(lines()), try Self.set(lines()))
      let edit = Edit(from: old, to: new)
      var set = old
      try set.apply(edit)
      let isMade = set.encoded() == new.encoded()
      try #require(isMade, "seed \(number): \(edit)")
      try set.apply(edit.inverse)
      let isBack = set.encoded() == old.encoded()
      try #require(isBack, "seed \(number): \(edit)")
      for (left, right) in zip(edit.hunks, edit.hunks.dropFirst()) {
        let areApart = left.line + left.removed.count < right.line
        try #require(areApart, "seed \(number): \(edit)")
      }
    }
  }
}
