/// A text as it is compared when it is asked how alike two texts are: one number for what people read
/// as one, be it a letter, a run of blanks, a quotation mark of any kind, an apostrophe or a dash.
///
/// Case counts, and blanks at the edges do not.
struct FoldedKeys {
  /// The numbers, in the order of the text.
  let keys: [UInt32]

  /// Folds some bytes of UTF-8.
  init(_ bytes: ArraySlice<UInt8>) {
    if let keys = Self.plain(bytes) {
      self.keys = keys
    } else {
      let phrase = SearchPhrase(String(decoding: bytes, as: UTF8.self), ignoresCase: false)
      keys = phrase.units.map { Self.key($0.kind, $0.character) }
    }
  }

  /// Whether two texts are the same but for kinds of marks, dashes and blanks, and for how accents are
  /// composed.
  static func areAlike(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    if let left = plain(left), let right = plain(right) { return left == right }
    func units(_ bytes: ArraySlice<UInt8>) -> [SearchPhrase.Unit] {
      SearchPhrase(String(decoding: bytes, as: UTF8.self), ignoresCase: false).units
    }
    return units(left).elementsEqual(units(right)) { a, b in
      a.kind == b.kind && (a.kind != .character || a.character == b.character)
    }
  }

  /// The keys of ASCII text, which most is; `nil` for other text.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt32]? {
    var keys: [UInt32] = []
    keys.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte >= 0x80 { return nil }
      if byte == 0x20 || byte &- 0x09 < 5 {
        if !keys.isEmpty, keys.last != 0x20 { keys.append(0x20) }
      } else {
        keys.append(UInt32(byte))
      }
    }
    if keys.last == 0x20 { keys.removeLast() }
    return keys
  }

  /// The key of a character.
  static func key(of character: Character) -> UInt32 {
    if let byte = character.asciiValue, byte >= 0x20 || !(0x09...0x0D).contains(byte) {
      return UInt32(byte)
    }
    return key(SearchPhrase.Unit.Kind(of: character), character)
  }

  private static func key(_ kind: SearchPhrase.Unit.Kind, _ character: Character) -> UInt32 {
    switch kind {
    case .blanks: return 0x20
    case .doubleMark: return 0x22
    case .singleMark: return 0x27
    case .dash: return 0x2D
    case .character:
      if let scalar = character.composed { return scalar.value }
      // Outside the range of code points: no plain letter has the same.
      let hash = StableHash.hash(of: String(character).utf8)
      return 0x8000_0000 | UInt32(truncatingIfNeeded: hash)
    }
  }
}
