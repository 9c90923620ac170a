/// Makes keys of bytes: characters of UTF-8, escape sequences, pasted blocks.
struct KeyDecoder<Input: ByteInput> {
  var input: Input
  /// Events that were read ahead and have to be looked at again, the next one last.
  private var returned: [ByteEvent] = []
  /// Characters that are decoded but not handed out, the next one last.
  private var characters: [Unicode.Scalar] = []
  private var putBack: Key?
  private var utf8 = UTF8Decoder()

  /// How long the rest of an escape sequence may take.
  ///
  /// A lone Esc is felt that much later.
  private let sequenceLimit = Duration.milliseconds(40)
  /// How long a pasted block may pause before it counts as ended without its end marker.
  private let pasteLimit = Duration.seconds(2)
  /// Longer sequences than any terminal sends are not sequences.
  private let longestSequence = 24

  init(input: Input) { self.input = input }

  /// Whether the next key has to come from the keyboard.
  var isEmpty: Bool { putBack == nil && returned.isEmpty && characters.isEmpty }

  /// Hands out `key` again with the next call.
  mutating func putBack(_ key: Key) { putBack = key }

  /// Hands out `text`, character by character, with the next calls.
  mutating func putBack(characters text: String) {
    characters += text.unicodeScalars.reversed()
  }

  /// Forgets what came at once with an escape that is a key of its own, such as the letter of Alt.
  mutating func dropCharacters() {
    while case .byte? = returned.last { returned.removeLast() }
  }

  /// The next key.
  mutating func next() -> Key {
    if let key = putBack {
      putBack = nil
      return key
    }
    while true {
      if let character = characters.popLast() { return .character(character) }
      switch take(waiting: utf8.isInside ? sequenceLimit : nil) {
      case .byte(0x1B) where !utf8.isInside:
        if let key = escape() { return key }
      case .byte(let byte):
        characters = utf8.decode(byte).reversed().map { $0.isC1 ? "\u{FFFD}" : $0 }
      case .timedOut: characters = utf8.finish()
      case .interrupted: return .interrupted
      case .resized: return .resized
      case .ended: return .ended
      case .failed(let errno): return .failed(errno: errno)
      }
    }
  }

  private mutating func take(waiting duration: Duration?) -> ByteEvent {
    returned.popLast() ?? input.next(waiting: duration)
  }

  /// What an escape turns out to be; nil when it is nothing to act on.
  private mutating func escape() -> Key? {
    var sequence: [UInt8] = []
    var isWhole = false
    var isResized = false
    while !isWhole {
      switch take(waiting: sequenceLimit) {
      case .byte(let byte):
        sequence.append(byte)
        isWhole = !Self.mayGoOn(sequence) || sequence.count == longestSequence
      case .timedOut: isWhole = true
      case .resized: isResized = true  // Nothing of the key; it can wait until the key is whole.
      case let other:
        returned.append(other)
        isWhole = true
      }
    }
    if isResized { returned.append(.resized) }
    switch NamedKey(sequence: sequence) {
    case .paste: return .paste(pasted())
    case let key?: return .named(key)
    case nil:
      // The end of a paste that was given up waiting for.
      if sequence == Array("[201~".utf8) { return nil }
      if Self.isWhole(sequence) { return .sequence(String(decoding: sequence, as: UTF8.self)) }
      returned += sequence.reversed().map { .byte($0) }
      return .character("\u{1B}")
    }
  }

  /// Whether `sequence`, which starts behind the escape, is the start of a longer one.
  private static func mayGoOn(_ sequence: [UInt8]) -> Bool {
    guard let last = sequence.last else { return true }
    if sequence.count == 1 { return last == UInt8(ascii: "[") || last == UInt8(ascii: "O") }
    // The function keys of the console of Linux have a second bracket.
    return (0x20...0x3F).contains(last) || sequence == Array("[[".utf8)
  }

  /// Whether `sequence` is one of ECMA-48's control sequences, or a key of a keypad.
  ///
  /// Else the escape is a key of its own, and what follows another one.
  private static func isWhole(_ sequence: [UInt8]) -> Bool {
    guard sequence.count > 1, let last = sequence.last else { return false }
    return (0x40...0x7E).contains(last) && sequence != Array("[[".utf8)
  }

  /// Reads to the end of a pasted block.
  private mutating func pasted() -> String {
    let endMarker = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    var later: [ByteEvent] = []
    reading: while true {
      switch take(waiting: pasteLimit) {
      case .byte(let byte):
        bytes.append(byte)
        if byte == endMarker.last, bytes.suffix(endMarker.count).elementsEqual(endMarker) {
          bytes.removeLast(endMarker.count)
          break reading
        }
      case .timedOut: break reading
      case .resized: later = [.resized]
      case let other:
        later.append(other)
        break reading
      }
    }
    returned += later.reversed()
    return Self.typed(String(decoding: bytes, as: UTF8.self))
  }

  /// Pasted text as it could have been typed: one kind of line end, none at the end, and blanks
  /// for all other control characters.
  private static func typed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r": result.append("\n")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.isC1: result.append(" ")
      default: result.append(scalar)
      }
      previous = scalar
    }
    while result.last == "\n" { result.removeLast() }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the codes that stand for named keys.
  var isC1: Bool { (0x80..<0xA0).contains(value) }
}
