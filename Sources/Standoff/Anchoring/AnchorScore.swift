/// How sure it is that a span belongs at a place, from 0 to 1.
///
/// The weights are those of Hypothesis (`match-quote.ts`): 50 for the words, 20 for what stands before
/// them, 20 for what stands after, 2 for the place itself. Hypothesis has quotations of a sentence in
/// mind; here the words weigh more the longer they are, for a long quotation is hardly ever found in the
/// wrong place: 50 for up to sixteen letters, 50 more for each further sixteen.
struct AnchorScore {
  /// How alike the words are, from 0 to 1.
  var words: Double
  /// How many letters they have.
  var length: Int
  /// How alike, from 0 to 1, what stands before and after the words is in both editions.
  var before: Double
  var after: Double
  /// How near the place is to where the span would stand had only its surroundings moved, from 0 to 1.
  var place: Double

  /// How many letters of what stands before and after are looked at.
  static let context = 32

  /// How near a place is, from 0 to 1, to where it was looked for in a text of `count` units.
  static func nearness(of place: Int, to expected: Int, in count: Int) -> Double {
    let distance = abs(place - expected)
    return 1 - Double(distance) / Double(max(1, count, distance))
  }

  /// The score.
  var value: Double {
    let weight = 50 * max(1, Double(length) / 16)
    return (weight * words + 20 * before + 20 * after + 2 * place) / (weight + 42)
  }
}
