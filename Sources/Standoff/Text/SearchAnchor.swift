/// The part of the words of a search by which an article is scanned: some neighbouring units that
/// can only be written as certain bytes, but for irregular characters.
struct SearchAnchor {
  /// The units of the phrase that make up the anchor.
  let units: Range<Int>
  /// The bytes to look for; where one of them stands, the anchor may.
  ///
  /// Empty if the units can only be irregular characters.
  let literals: [[UInt8]]
  /// Whether ASCII letters of the literals match in either case.
  let ignoresCase: Bool

  /// The best anchor of a phrase; `nil` if it has nothing but marks, dashes, blanks and
  /// compatibility ideographs.
  init?(of phrase: SearchPhrase) {
    let scalars = phrase.units.map { unit in
      unit.kind == .character ? unit.character.composed : nil
    }
    if let run = Self.longestRun(scalars, phrase) {
      units = run
      let plain = run.compactMap { scalars[$0] }
      ignoresCase = phrase.ignoresCase
      if phrase.ignoresCase, let only = plain.first, only.value >= 0x80 {
        literals = Self.cases(of: only).map { Array(String($0).utf8) }
      } else {
        var literals = [Self.utf8(plain)]
        if let forgiven = phrase.forgiven, run.contains(forgiven) {
          literals = Self.cases(of: plain[forgiven - run.lowerBound]).map { letter in
            var letters = plain
            letters[forgiven - run.lowerBound] = letter
            return Self.utf8(letters)
          }
        }
        self.literals = literals
      }
    } else if let only = phrase.units.firstIndex(where: {
      $0.kind == .character && !$0.character.isCompatibilityIdeograph
    }) {
      units = only..<(only + 1)
      // A long s may stand as a capital S at the start of a sentence.
      let forgiven = only == phrase.forgiven ? phrase.units[only].character : nil
      let capital = forgiven.flatMap { Character(folding: $0).composed }
      literals = capital.map { Self.cases(of: $0).map { Self.utf8([$0]) } } ?? []
      ignoresCase = phrase.ignoresCase
    } else {
      return nil
    }
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
