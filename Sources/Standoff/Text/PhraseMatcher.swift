/// Tells whether the words of a search stand at a place of an article.
struct PhraseMatcher {
  private let article: Article
  private let bytes: [UInt8]
  private let phrase: SearchPhrase
  private let sentenceStarts: SentenceStarts
  /// The byte of each unit that is an ASCII character, else zero.
  private let plain: [UInt8]

  init(_ phrase: SearchPhrase, in article: Article) {
    self.article = article
    bytes = article.bytes
    self.phrase = phrase
    sentenceStarts = SentenceStarts(in: article)
    plain = phrase.units.map { unit in
      unit.kind == .character ? unit.character.asciiValue.flatMap { $0 == 0x0A ? nil : $0 } ?? 0 : 0
    }
  }

  /// The bytes that match if unit number `anchor` of the phrase stands at `offset`, which is between
  /// two characters; `nil` if they do not match.
  func match(unit anchor: Int, at offset: Int) -> Range<Int>? {
    var end = offset
    for index in anchor..<plain.count {
      guard let next = step(index, from: end) else { return nil }
      end = next
    }
    var start = offset
    for index in stride(from: anchor - 1, through: 0, by: -1) {
      guard let previous = stepBack(index, from: start) else { return nil }
      start = previous
    }
    return start..<end
  }

  /// Whether the byte at `offset` is a character by itself.
  ///
  /// Two ASCII characters side by side are never one, but for CR LF.
  @inline(__always)
  private func isAlone(_ offset: Int) -> Bool {
    bytes[offset] < 0x80 && bytes[offset] != 0x0D && bytes[offset] != 0x0A
      && (offset == 0 || bytes[offset - 1] < 0x80)
      && (offset + 1 == bytes.count || bytes[offset + 1] < 0x80)
  }

  /// Whether a byte that is a character by itself is what unit number `index` asks for; `nil` where a
  /// closer look has to tell.
  @inline(__always)
  private func isMatch(_ byte: UInt8, _ index: Int) -> Bool? {
    guard plain[index] != 0 else { return nil }
    if byte == plain[index] { return true }
    if phrase.ignoresCase { return byte.isLetter && byte | 0x20 == plain[index] }
    return index == phrase.forgiven ? nil : false
  }

  /// The place after what unit number `index` matches at `offset`.
  @inline(__always)
  private func step(_ index: Int, from offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    if isAlone(offset), let isMatch = isMatch(bytes[offset], index) {
      return isMatch ? offset + 1 : nil
    }
    return closeStep(phrase.units[index], index, from: offset)
  }

  /// The place before what unit number `index` matches before `offset`.
  @inline(__always)
  private func stepBack(_ index: Int, from offset: Int) -> Int? {
    guard offset > 0 else { return nil }
    if isAlone(offset - 1), let isMatch = isMatch(bytes[offset - 1], index) {
      return isMatch ? offset - 1 : nil
    }
    return closeStepBack(phrase.units[index], index, from: offset)
  }

  private func closeStep(_ unit: SearchPhrase.Unit, _ index: Int, from offset: Int) -> Int? {
    guard unit.kind == .blanks else {
      let end = isAlone(offset) ? offset + 1 : article.characterEnd(from: offset)
      return matches(unit, index, offset..<end) ? end : nil
    }
    var end = offset
    while let next = blank(from: end) { end = next }
    return end > offset ? end : nil
  }

  private func closeStepBack(_ unit: SearchPhrase.Unit, _ index: Int, from offset: Int) -> Int? {
    guard unit.kind == .blanks else {
      let start = article.characterStart(before: offset)
      return matches(unit, index, start..<offset) ? start : nil
    }
    var start = offset
    while let previous = blank(before: start) { start = previous }
    return start < offset ? start : nil
  }

  /// The end of the blank that starts at `offset`, if one does.
  private func blank(from offset: Int) -> Int? {
    guard let (scalar, end) = article.scalar(at: offset), scalar.isBlank else { return nil }
    return article.isCharacterBoundary(end) ? end : scalar == "\r" ? end + 1 : nil
  }

  /// The start of the blank that ends at `offset`, if one does.
  private func blank(before offset: Int) -> Int? {
    guard let (scalar, start) = article.scalar(before: offset), scalar.isBlank else { return nil }
    return article.isCharacterBoundary(start) ? start : start - 1
  }

  /// Whether the character at `range` is what a unit, no blank, asks for.
  private func matches(_ unit: SearchPhrase.Unit, _ index: Int, _ range: Range<Int>) -> Bool {
    if range.count == unit.utf8.count, bytes[range].elementsEqual(unit.utf8) { return true }
    guard let (first, end) = article.scalar(at: range.lowerBound) else { return false }
    if unit.kind != .character {
      return end == range.upperBound && SearchPhrase.Unit.Kind(ofLone: first) == unit.kind
    }
    let isForgiven = index == phrase.forgiven && first.isCapital
    if range.count == 1, unit.utf8.count == 1, !phrase.ignoresCase, !isForgiven { return false }
    let character = Character(decoding: bytes[range])
    if phrase.ignoresCase { return Character(folding: character) == unit.character }
    if character == unit.character { return true }
    return isForgiven && Character(folding: character) == Character(folding: unit.character)
      && sentenceStarts.isStart(range.lowerBound)
  }
}

extension Character {
  /// The one character that `bytes` are.
  init(decoding bytes: ArraySlice<UInt8>) {
    self = String(decoding: bytes, as: UTF8.self).first ?? "\u{FFFD}"
  }
}
