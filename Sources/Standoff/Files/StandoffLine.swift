/// The fields of one line of a standoff file, as places in the bytes it is read from.
///
/// The grammar is that of brat's own parser (`server/src/annotation.py`), which takes odd digits,
/// ids with tails and roles without end. One value is used for line after line, so that reading
/// a line allocates nothing.
struct StandoffLine {
  /// One `START END` of a `T`, in the order of the file.
  struct Piece: Hashable, BitwiseCopyable, Sendable {
    var start: UInt32
    var end: UInt32
  }

  /// An id that a line names, with the role it gives it; the role is empty where there is none.
  struct Mention {
    var role: Range<Int>
    var target: Range<Int>
  }

  /// What the line says; ``LineKind/malformed`` where it has a problem.
  private(set) var kind = LineKind.malformed
  /// The id; empty where there is none that can be used, and for groups.
  private(set) var id = 0..<0
  /// The label, or the name of the relation, attribute or note.
  private(set) var name = 0..<0
  /// The stretch of a `T` that has one.
  private(set) var piece = Piece(start: 0, end: 0)
  /// All stretches of a `T` that has several.
  private(set) var pieces: [Piece] = []
  /// The ids that the line names.
  private(set) var mentions: [Mention] = []
  /// Why the line cannot be used.
  private(set) var problem: LineProblem?

  /// Whether a CR stands before the line feed, or last in the file.
  private(set) var endsInCarriageReturn = false

  private var start = 0

  /// Reads the line in `bytes[line]`, with its line end; `isUTF8` where that is known already.
  mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, isUTF8: Bool) {
    kind = .malformed
    (id, name) = (0..<0, 0..<0)
    if !pieces.isEmpty { pieces.removeAll(keepingCapacity: true) }
    if !mentions.isEmpty { mentions.removeAll(keepingCapacity: true) }
    problem = nil
    start = line.lowerBound
    let end = line.upperBound
    let line = bytes.content(of: line)
    endsInCarriageReturn = line.upperBound < end && bytes[line.upperBound] == .carriageReturn

    guard let tab = bytes.first(.tab, in: line) else {
      if Self.isGitMarker(bytes, line) { return fail(.gitMarker, at: start) }
      let isBlank = line.allSatisfy { bytes[$0].isBlank }
      return fail(isBlank ? .blank : .noTab, at: bytes.first(.space, in: line) ?? start)
    }
    guard let family = Self.family(bytes, start..<tab) else {
      if Self.isGitMarker(bytes, line) { return fail(.gitMarker, at: start) }
      if line.allSatisfy({ bytes[$0].isBlank }) { return fail(.blank, at: start) }
      let isMark = bytes.starts(with: [0xEF, 0xBB, 0xBF], at: start)
      return fail(isMark ? .byteOrderMark : .badID, at: start)
    }
    if family != UInt8(ascii: "*") { id = start..<tab }
    if !isUTF8, let place = bytes.firstInvalidUTF8(in: line) { return fail(.notUTF8, at: place) }
    let data = tab + 1..<(bytes.first(.tab, in: tab + 1..<line.upperBound) ?? line.upperBound)
    switch family {
    case UInt8(ascii: "T"): readTextBound(bytes, data)
    case UInt8(ascii: "A"): readAttribute(bytes, data)
    case UInt8(ascii: "R"): readRelation(bytes, data)
    case UInt8(ascii: "#"): readNote(bytes, data)
    case UInt8(ascii: "N"): readReference(bytes, data)
    case UInt8(ascii: "E"): readEvent(bytes, data)
    case UInt8(ascii: "M"): readModifier(bytes, data)
    case UInt8(ascii: "*"): readGroup(bytes, data)
    default: fail(.unknownFamily, at: start)
    }
  }

  private mutating func fail(_ kind: LineProblem.Kind, at place: Int) {
    self.kind = .malformed
    problem = LineProblem(kind: kind, byte: UInt32(clamping: place - start))
  }

  /// Where the id stands in a line without its line end; `nil` where there is none that can be used,
  /// and in groups.
  static func idRange(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    guard let tab = bytes.first(.tab, in: line),
      let family = family(bytes, line.lowerBound..<tab), family != UInt8(ascii: "*")
    else { return nil }
    return line.lowerBound..<tab
  }

  /// The first letter of the id in `range`, which tells what the rest is; `nil` where it is no id.
  private static func family(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8? {
    guard let first = range.first else { return nil }
    if bytes[first] == UInt8(ascii: "*"), range.count == 1 { return bytes[first] }
    var position = first
    if bytes[position] == UInt8(ascii: "#") { position += 1 }
    while position < range.upperBound, bytes[position].isLetter { position += 1 }
    guard position > first, position < range.upperBound, bytes[position].isDigit else { return nil }
    return bytes[first]
  }

  /// Whether a line is a mark with which git parts the sides of a conflict: seven times the same sign,
  /// and nothing or a blank behind it.
  private static func isGitMarker(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count >= 7, "<|=>".utf8.contains(bytes[line.lowerBound]) else { return false }
    let end = line.lowerBound + 7
    return (line.lowerBound..<end).allSatisfy { bytes[$0] == bytes[line.lowerBound] }
      && (end == line.upperBound || bytes[end] == .space)
  }

  // MARK: One kind of line each

  private mutating func readTextBound(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    guard var position = readName(bytes, data) else { return fail(.noOffsets, at: data.lowerBound) }
    repeat {
      let place = position
      guard let start = OffsetReader.offset(bytes, data, &position, endsAt: .space),
        let end = OffsetReader.offset(bytes, data, &position, endsAt: .semicolon)
      else { return fail(.badOffset, at: min(position, data.upperBound)) }
      switch (start, end) {
      case (.negative, _), (_, .negative): return fail(.negativeOffset, at: place)
      case (.value(let start), .value(let end)) where start > end: return fail(.reversed, at: place)
      case (.value(let start), .value(let end)):
        piece = Piece(start: start, end: end)
        if !pieces.isEmpty || position <= data.upperBound { pieces.append(piece) }
      default: return fail(.offsetTooLarge, at: place)
      }
    } while position <= data.upperBound
    if piecesOverlap() { return fail(.overlap, at: name.upperBound + 1) }
    kind = pieces.isEmpty ? .textBound : .discontinuous
  }

  private func piecesOverlap() -> Bool {
    guard pieces.count > 1 else { return false }
    var sorted = pieces
    let isSorted = zip(pieces, pieces.dropFirst()).allSatisfy { $0.start <= $1.start }
    if !isSorted { sorted.sort { ($0.start, $0.end) < ($1.start, $1.end) } }
    return zip(sorted, sorted.dropFirst()).contains { $1.start < $0.end }
  }

  private mutating func readAttribute(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    guard let position = readName(bytes, data) else { return fail(.noTarget, at: data.lowerBound) }
    let end = bytes.first(.space, in: position..<data.upperBound) ?? data.upperBound
    guard let family = Self.family(bytes, position..<end), family != UInt8(ascii: "*") else {
      return fail(.noTarget, at: position)
    }
    mentions.append(Mention(role: 0..<0, target: position..<end))
    kind = .attribute
  }

  private mutating func readModifier(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    var words = WordReader(data)
    guard let name = words.next(bytes), let target = words.next(bytes) else {
      return fail(.noTarget, at: data.lowerBound)
    }
    if let third = words.next(bytes) { return fail(.extraField, at: third.lowerBound) }
    self.name = name
    mentions.append(Mention(role: 0..<0, target: target))
    kind = .attribute
  }

  private mutating func readNote(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    readModifier(bytes, data)
    if kind == .attribute { kind = .note }
  }

  private mutating func readRelation(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    guard let position = readName(bytes, data) else {
      return fail(.badArgument, at: data.lowerBound)
    }
    guard readArguments(bytes, position..<data.upperBound) else { return }
    guard mentions.count == 2 else { return fail(.argumentCount, at: position) }
    if bytes.equal(mentions[0].role, mentions[1].role) {
      return fail(.sameRole, at: mentions[1].role.lowerBound)
    }
    kind = .relation
  }

  private mutating func readEvent(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    let end = bytes.first(.space, in: data) ?? data.upperBound
    guard let colon = bytes.first(.colon, in: data.lowerBound..<end), colon > data.lowerBound,
      colon + 1 < end, bytes.first(.colon, in: colon + 1..<end) == nil
    else { return fail(.noTrigger, at: data.lowerBound) }
    name = data.lowerBound..<colon
    mentions.append(Mention(role: 0..<0, target: colon + 1..<end))
    if readArguments(bytes, end..<data.upperBound) { kind = .event }
  }

  private mutating func readReference(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    guard let fields = ReferenceFields(bytes, data) else {
      return fail(.badReference, at: data.lowerBound)
    }
    name = fields.name
    mentions.append(Mention(role: 0..<0, target: fields.target))
    kind = .reference
  }

  private mutating func readGroup(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    var words = WordReader(data)
    guard let name = words.next(bytes) else { return fail(.noTarget, at: data.lowerBound) }
    self.name = name
    while let member = words.next(bytes) { mentions.append(Mention(role: 0..<0, target: member)) }
    if mentions.isEmpty { fail(.noTarget, at: data.upperBound) } else { kind = .group }
  }

  // MARK: Parts of lines

  /// Reads the name that a space ends, and tells where the rest begins.
  private mutating func readName(_ bytes: Span<UInt8>, _ data: Range<Int>) -> Int? {
    guard let space = bytes.first(.space, in: data), space > data.lowerBound else { return nil }
    name = data.lowerBound..<space
    return space + 1
  }

  /// Reads `ROLE:ID ROLE:ID …`; what follows a second colon is not part of the id.
  private mutating func readArguments(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var words = WordReader(range)
    while let word = words.next(bytes) {
      guard let colon = bytes.first(.colon, in: word), colon + 1 < word.upperBound else {
        fail(.badArgument, at: word.lowerBound)
        return false
      }
      let rest = colon + 1..<word.upperBound
      let end = bytes.first(.colon, in: rest) ?? rest.upperBound
      mentions.append(Mention(role: word.lowerBound..<colon, target: colon + 1..<end))
    }
    return true
  }
}
