import CommandLanguage
import Editline
import Testing

/// The line editor and the command language know nothing of each other, and treat text alike.
@Suite struct TerminalTextTests {
  private static let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap {
    Unicode.Scalar($0)
  }

  @Test func bothSpellOutTheSameCharacters() {
    for scalar in Self.scalars {
      let text = String(Character(scalar))
      let (one, other) = (Editline.visible(text), text.visible)
      guard !one.utf8.elementsEqual(other.utf8) else { continue }
      Issue.record("\(one.debugDescription) and \(other.debugDescription)")
    }
  }

  /// Wide since Unicode 16; where the C library has its own mind; line separators, which are spelled
  /// out; halves of flags.
  private static let measuredOtherwise: [ClosedRange<UInt32>] = [
    0x2028...0x2029, 0x2630...0x2637, 0x268A...0x268F, 0x3248...0x324F, 0x1171E...0x1171E,
    0x1D300...0x1D356, 0x1D360...0x1D376, 0x1F1E6...0x1F1FF,
  ]

  /// Tables of Unicode 12 and later are in use.
  @Test func bothMeasureCharactersAlike() {
    for scalar in Self.scalars {
      guard let age = scalar.properties.age, age.major <= 12,
        ![.format, .unassigned].contains(scalar.properties.generalCategory),
        !Self.measuredOtherwise.contains(where: { $0.contains(scalar.value) })
      else { continue }
      let text = String(Character(scalar))
      let (one, other) = (displayWidth(text), DisplayWidth.of(text))
      if one != other { Issue.record("\(text.debugDescription): \(one) and \(other) columns") }
    }
  }

  @Test(arguments: [
    ("👨‍👩‍👧", 2), ("👍🏽", 2), ("☝🏽", 2), ("❤️", 2), ("🏳‍🌈", 2), ("1️⃣", 2), ("🇰🇷", 2), ("ه\u{200D}", 1),
    ("क्\u{200D}ष", 2), ("e\u{301}", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("กำ", 2),
  ]) func bothMeasureSequencesAlike(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
    #expect(DisplayWidth.of(text) == columns)
  }
}
