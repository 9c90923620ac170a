/// The part of the words of a search by which an article is scanned: some neighbouring units that
/// can only be written as certain bytes, but for irregular characters.
struct SearchAnchor {
  /// The units of the phrase that make up the anchor.
  let units: Range<Int>
  /// The bytes to look for; where one of them stands, the anchor may.
  ///
  /// Empty if the units can only be irregular characters.
  let literals: [LiteralScan.Literal]

  /// The best anchor of a phrase; `nil` if it has nothing but marks, dashes, blanks and
  /// compatibility ideographs.
  init?(of phrase: SearchPhrase) {
    let scalars = phrase.units.map { unit in
      unit.kind == .character ? unit.character.composed : nil
    }
    if let run = Self.longestRun(scalars, phrase) {
      units = run
      literals = Self.literals(run.compactMap { scalars[$0] }, from: run.lowerBound, phrase)
    } else if let only = phrase.units.firstIndex(where: {
      $0.kind == .character && !$0.character.isCompatibilityIdeograph
    }) {
      units = only..<(only + 1)
      // A long s may stand as a capital S at the start of a sentence.
      let forgiven = only == phrase.forgiven ? phrase.units[only].character : nil
      let capital = forgiven.flatMap { Character(folding: $0).composed }
      literals = capital.map { Self.cases(of: $0).map { Self.exact([$0]) } } ?? []
    } else {
      return nil
    }
  }

  /// The ways to write some neighbouring units, the first of which is unit number `start`.
  private static func literals(
    _ scalars: [Unicode.Scalar], from start: Int, _ phrase: SearchPhrase
  ) -> [LiteralScan.Literal] {
    if phrase.ignoresCase {
      if let only = scalars.first, only.value >= 0x80 { return cases(of: only).map { exact([$0]) } }
      return [LiteralScan.Literal(utf8(scalars)) { _ in true }]
    }
    guard let forgiven = phrase.forgiven.map({ $0 - start }), scalars.indices.contains(forgiven)
    else { return [exact(scalars)] }
    if scalars[forgiven].isASCII {
      let place = utf8(Array(scalars[..<forgiven])).count
      return [LiteralScan.Literal(utf8(scalars)) { $0 == place }]
    }
    return cases(of: scalars[forgiven]).map { letter in
      var letters = scalars
      letters[forgiven] = letter
      return exact(letters)
    }
  }

  private static func exact(_ scalars: [Unicode.Scalar]) -> LiteralScan.Literal {
    LiteralScan.Literal(utf8(scalars)) { _ in false }
  }

  /// The run of regular units with most bytes; where case does not count, of ASCII, or one letter.
  private static func longestRun(
    _ scalars: [Unicode.Scalar?], _ phrase: SearchPhrase
  ) -> Range<Int>? {
    var best: (range: Range<Int>, weight: Int)?
    var start = 0
    while start < scalars.count {
      guard let first = scalars[start] else {
        start += 1
        continue
      }
      var end = start + 1
      var weight = first.utf8.count
      if !(phrase.ignoresCase && first.value >= 0x80) {
        // A longer anchor is not rarer, but its irregular characters are more.
        while end < scalars.count, weight < 24, let scalar = scalars[end],
          !(phrase.ignoresCase && scalar.value >= 0x80)
        {
          weight += scalar.utf8.count
          end += 1
        }
      }
      if best.map({ weight > $0.weight }) ?? true { best = (start..<end, weight) }
      start = end
    }
    return best?.range
  }

  /// The letter in all its cases, each once.
  private static func cases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let properties = scalar.properties
    let mappings = [
      properties.lowercaseMapping, properties.uppercaseMapping, properties.titlecaseMapping,
      String(scalar.simplyFolded),
    ]
    var cases = [scalar]
    for mapping in mappings {
      let letters = mapping.unicodeScalars
      if letters.count == 1, let letter = letters.first, !cases.contains(letter) {
        cases.append(letter)
      }
    }
    return cases
  }

  private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    scalars.flatMap { Array(String($0).utf8) }
  }
}
