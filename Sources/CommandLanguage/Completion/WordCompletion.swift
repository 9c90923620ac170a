package import Standoff

/// How words of the article that were begun go on in it.
///
/// Where all places go on alike, what they share is the one way on; where they differ, each next word
/// is one. Words that stand in one place alone go on step by step: to the end of the word, the name,
/// the clause, the sentence.
package struct WordCompletion {
  /// One way the words go on.
  package struct Continuation: Hashable, Sendable {
    /// What follows the words begun, runs of blanks as one.
    package var rest: String
    /// The words begun and what follows them, as the article has them.
    package var range: TextRange
    /// Whether the words begun are not found there as they were typed, but in another case, so that they
    /// have to be replaced.
    package var isRespelled: Bool
    /// At how many places they go on so.
    package var count = 1
  }

  /// The ways on, in text order.
  package let continuations: [Continuation]

  /// The most places that are looked at.
  private static let mostPlaces = 400
  /// How far a word is followed.
  private static let wordReach = 64
  /// How far words that several places share are followed.
  private static let sharedReach = 300
  /// How far the only place is followed.
  private static let reach = 4000

  /// A place where the words stand; blanks typed after them are passed.
  private typealias Place = TextRange

  private struct Way: Hashable {
    var rest: String
    var isRespelled: Bool
  }

  /// Looks for `typed` in a part of the article.
  ///
  /// - Parameter endsSpan: Whether the words are to be the last ones of a span, which seldom ends at
  ///   the next word.
  package init(of typed: String, in article: Article, scope: TextRange, endsSpan: Bool = false) {
    let (places, asTyped) = Self.places(of: typed, in: article, scope)
    func continuation(of place: Place, to end: ScalarOffset) -> Continuation? {
      guard end > place.upper else { return nil }
      let rest = article.text(in: TextRange(place.upper, end)).withSingleBlanks
      let range = TextRange(place.lower, end)
      let isTyped = asTyped.contains(place)
      let whole = isTyped ? typed + rest : article.text(in: range).withSingleBlanks
      guard article.has(whole, at: range) else { return nil }
      return Continuation(rest: rest, range: range, isRespelled: !isTyped)
    }
    guard let first = places.first else {
      continuations = []
      return
    }
    if places.count == 1 {
      let stops = Self.stops(after: first.upper, in: article, endsSpan: endsSpan)
      continuations =
        stops.lazy.compactMap { continuation(of: first, to: $0) }.first.map { [$0] } ?? []
    } else if asTyped.isEmpty || asTyped.count == places.count,
      let shared = Self.sharedEnd(of: places, in: article),
      let way = continuation(of: first, to: shared)
    {
      continuations = [way]
    } else {
      var order: [Way] = []
      var ways: [Way: Continuation] = [:]
      for place in places {
        let ahead = TextAhead(of: article, from: place.upper, reach: Self.wordReach)
        guard let next = ahead.wordEnd.flatMap({ continuation(of: place, to: $0) }) else {
          continue
        }
        let way = Way(rest: next.rest, isRespelled: next.isRespelled)
        if ways[way] == nil { order.append(way) }
        ways[way, default: next].count += ways[way] == nil ? 0 : 1
      }
      continuations = order.compactMap { ways[$0] }
    }
  }

  /// Where the words stand, and at which of these places they stay as they were typed.
  ///
  /// Who types no capital means words of either case. What is found so is spelled as the article has it
  /// wherever it does not have the words to the letter, for a capital that begins a sentence is
  /// forgiven.
  private static func places(
    of typed: String, in article: Article, _ scope: TextRange
  ) -> (places: [Place], asTyped: Set<Place>) {
    let exact = places(of: typed, ignoringCase: false, in: article, scope)
    guard exact.isEmpty || !typed.contains(where: \.isUppercase) else { return (exact, Set(exact)) }
    let all = places(of: typed, ignoringCase: true, in: article, scope)
    guard all.count > exact.count else { return (exact, Set(exact)) }
    let begins = typed.first(where: \.isLetter)
    let isLiteral = exact.contains { article.text(in: $0).first(where: \.isLetter) == begins }
    return (all, isLiteral ? Set(exact) : [])
  }

  private static func places(
    of typed: String, ignoringCase: Bool, in article: Article, _ scope: TextRange
  ) -> [Place] {
    let found = article.places(
      beginning: typed, ignoringCase: ignoringCase, in: scope, upTo: mostPlaces)
    guard typed.last?.isBlank == true else { return found }
    return found.compactMap { place in
      let ahead = article.text(in: TextRange(place.upper.value, place.upper.value + wordReach))
      let blanks = ahead.prefix(while: \.isBlank).unicodeScalars.count
      return blanks == 0 ? nil : TextRange(place.lower.value, place.upper.value + blanks)
    }
  }

  /// The places at which words that stand once may well end, the nearest first.
  private static func stops(
    after start: ScalarOffset, in article: Article, endsSpan: Bool
  ) -> [ScalarOffset] {
    let ahead = TextAhead(of: article, from: start, reach: reach)
    var stops = article.likelyEnds(after: start).map(\.place)
    guard let word = ahead.wordEnd else { return stops }
    if ahead.isInsideWord {
      if !endsSpan { stops.append(word) }
      stops += ahead.nameEnd(from: word).map { [$0] } ?? []
    } else {
      stops += ahead.nameEnd(from: start).map { [$0] } ?? []
    }
    return stops.sorted() + [word]
  }

  /// How far all places go on alike, by whole words and within the sentence of the first; `nil` where
  /// they do not.
  private static func sharedEnd(of places: [Place], in article: Article) -> ScalarOffset? {
    guard let first = places.first else { return nil }
    var limit = first.upper.value + sharedReach
    if let address = article.layout.address(of: first.upper) {
      let sentences = article.layout.sentences(in: address.paragraph)
      if address.sentence <= sentences.count {
        limit = min(limit, sentences[address.sentence - 1].upper.value)
      }
    }
    guard limit > first.upper.value else { return nil }
    var shared = ReadText(article.text(in: TextRange(first.upper.value, limit)))
    for place in places.dropFirst() {
      guard let length = shared.ends.last else { return nil }
      let reach = TextRange(place.upper.value, place.upper.value + length + wordReach)
      shared.shorten(toStartOf: ReadText(article.text(in: reach)))
    }
    return shared.wordEnds.reversed().lazy.map { ScalarOffset(first.upper.value + $0) }
      .first { article.endsWord(at: $0) }
  }
}

/// Characters of a text with runs of blanks as one, and where each ends.
private struct ReadText {
  private var characters: [Character] = []
  /// The code points up to the end of each character.
  private(set) var ends: [Int] = []

  init(_ text: String) {
    var end = 0
    for character in text {
      end += character.unicodeScalars.count
      if character.isBlank, characters.last == " " {
        ends[ends.count - 1] = end
      } else {
        characters.append(character.isBlank ? " " : character)
        ends.append(end)
      }
    }
  }

  /// Keeps the characters that `other` begins with as well.
  mutating func shorten(toStartOf other: ReadText) {
    let count = zip(characters, other.characters).prefix { $0 == $1 }.count
    characters.removeSubrange(count...)
    ends.removeSubrange(count...)
  }

  /// The ends of the characters that a word may end with.
  var wordEnds: [Int] {
    zip(characters, ends).filter { $0.0.isLetter || $0.0.isNumber }.map(\.1)
  }
}

extension Character {
  /// Whether it is a blank or a line end; one that carries a mark is not.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

extension String {
  /// The text with every run of blanks and line ends as one blank; a blank that carries a mark is a
  /// character like others.
  var withSingleBlanks: String {
    var text = ""
    for character in self {
      if !character.isBlank {
        text.append(character)
      } else if text.last != " " {
        text.append(" ")
      }
    }
    return text
  }
}
