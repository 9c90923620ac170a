import Testing

@testable import Standoff

@Suite struct CharacterClassesTests {
  @Test func kindsOfMarksAndDashes() {
    #expect("\"“”„‟«»「」『』＂".unicodeScalars.allSatisfy { $0.isDoubleMark })
    #expect("'‘’‚‛‹›ʼ＇".unicodeScalars.allSatisfy { $0.isSingleMark })
    #expect("-‐‑‒–—―－".unicodeScalars.allSatisfy { $0.isDash })
    for other in "\u{2212}_~·`´′″*".unicodeScalars {
      #expect(!other.isDash && !other.isDoubleMark && !other.isSingleMark, "\(other)")
    }
  }

  @Test func blanksAreWhatUnicodeCallsWhiteSpace() {
    for value in UInt32(0)...0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(scalar.isBlank == scalar.properties.isWhitespace, "\(value)")
    }
    #expect(!("\u{200B}" as Unicode.Scalar).isBlank)
    #expect(!("\u{FEFF}" as Unicode.Scalar).isBlank)
  }

  @Test func scriptsWithoutBlanks() {
    #expect("北京東タはーไที่ລາວខ្មែរမြန်ㄅ𠀀々".unicodeScalars.allSatisfy { $0.isOfScriptWithoutBlanks })
    #expect(!"aéЖ서ㅏ。、「1हि".unicodeScalars.contains { $0.isOfScriptWithoutBlanks })
    #expect("서울\u{1100}\u{1161}ㅏ".unicodeScalars.allSatisfy { $0.isHangul })
  }

  @Test func shortCutsForASCIIAgreeWithUnicode() {
    for value in UInt8(0)..<0x80 {
      let scalar = Unicode.Scalar(value)
      #expect(scalar.isLetterOrDigit == (scalar.properties.isAlphabetic || (0x30...0x39) ~= value))
      #expect(scalar.isCapital == scalar.properties.isUppercase)
      #expect(scalar.isSmallLetter == scalar.properties.isLowercase)
      #expect(!scalar.isMark)
      #expect(
        scalar.isPunctuation == "\(scalar.properties.generalCategory)".hasSuffix("Punctuation"))
      #expect(String(scalar.simplyFolded) == scalar.properties.lowercaseMapping)
    }
  }
}
