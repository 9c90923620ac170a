import Foundation
import Testing

@testable import Standoff

/// Holds the hand-picked blocks of `isRegular` and `composed` against all of Unicode.
@Suite struct CompositionTests {
  private static let scalars = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }

  @Test func noTwoRegularCodePointsAreTheSameCharacter() {
    var seen: [Character: Unicode.Scalar] = [:]
    for scalar in Self.scalars where scalar.isRegular {
      let twin = seen.updateValue(scalar, forKey: Character(scalar))
      #expect(twin == nil, "\(scalar.value) and \(twin?.value ?? 0)")
    }
  }

  @Test func whatHasARegularTwinIsComposedToIt() {
    var regular: [Character: Unicode.Scalar] = [:]
    for scalar in Self.scalars where scalar.isRegular { regular[Character(scalar)] = scalar }
    for scalar in Self.scalars where !scalar.isRegular {
      guard let twin = regular[Character(scalar)] else { continue }
      let character = Character(scalar)
      #expect(character.composed == twin || character.isCompatibilityIdeograph, "\(scalar.value)")
    }
  }

  @Test func decomposedRegularCodePointsAreComposedAgain() {
    for scalar in Self.scalars where scalar.isRegular {
      let decomposed = String(scalar).decomposedStringWithCanonicalMapping
      guard decomposed.unicodeScalars.count > 1, decomposed.count == 1 else { continue }
      #expect(Character(decomposed).composed == scalar, "\(scalar.value)")
    }
  }

  @Test func foldingLeadsFromARegularLetterToItsOwnCasesAlone() {
    var classes: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for scalar in Self.scalars { classes[scalar.simplyFolded, default: []].append(scalar) }
    for (folded, letters) in classes where letters.count > 1 {
      let regular = letters.filter(\.isRegular)
      guard !regular.isEmpty else { continue }
      // Whatever is typed, the search is for the cases of what it folds to.
      #expect(folded.isRegular, "\(folded.value)")
      let properties = folded.properties
      let cases = [
        String(folded), properties.lowercaseMapping, properties.uppercaseMapping,
        properties.titlecaseMapping,
      ]
      for letter in regular {
        let isKnown = cases.contains { $0.unicodeScalars.elementsEqual([letter]) }
        #expect(isKnown, "\(folded.value) and \(letter.value)")
      }
    }
  }

  @Test func selfContainedCodePointsNeverJoin() {
    let scalars = Self.scalars.filter(\.isSelfContained)
    var text = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      text.append(scalar)
      text.append(scalars[(index * 7919) % scalars.count])
    }
    #expect(String(text).count == 2 * scalars.count)
  }

  @Test func foldingAgreesWithFoundationOnLettersThatFoldToOne() {
    for scalar in Self.scalars where scalar.properties.isAlphabetic {
      let lower = scalar.properties.lowercaseMapping
      guard lower.unicodeScalars.count == 1, let small = lower.unicodeScalars.first else {
        continue
      }
      #expect(scalar.simplyFolded == small.simplyFolded, "\(scalar.value)")
    }
    #expect(("ı" as Unicode.Scalar).simplyFolded == "ı")
    #expect(("ẞ" as Unicode.Scalar).simplyFolded == "ß")
    #expect(("ς" as Unicode.Scalar).simplyFolded == "σ")
    #expect(("\u{212A}" as Unicode.Scalar).simplyFolded == "k")
    #expect(("Я" as Unicode.Scalar).simplyFolded == "я")
  }
}
