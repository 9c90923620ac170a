/// Reads lines as brat's own parser does (`server/src/annotation.py` of nlplab/brat), mistakes
/// included: what it takes, what it sets aside, and what it falls over.
struct BratParser {
  /// The article, whose words `T` lines have to quote.
  let article: Article

  /// What stands before the first tab, checked to be an id.
  ///
  /// `*` is no id, and any number of lines may have it.
  static func id(of line: BratText) throws(BratFault) -> BratText {
    guard let tab = line.firstIndex(of: "\t") else {
      throw .refused(.noTab, line.withoutLineEnd)
    }
    let id = line[..<tab]
    guard let first = id.first else { throw .crash(.noID, line[...tab]) }
    // Python's isdigit() also takes superscripts and the digits of other scripts.
    if [.digit, .decimal].contains(first.properties.numericType) { throw .crash(.digitID, id) }
    guard isID(id) || id.count == 1 && first == "*" else { throw .refused(.badID, id) }
    return id
  }

  /// Whether this is letters and a number, and perhaps more.
  private static func isID(_ id: BratText) -> Bool {
    let isNote = id.first == "#"
    let letters = id.dropFirst(isNote ? 1 : 0).prefix { $0.isASCIILetter }
    return id[letters.endIndex...].first?.isASCIIDigit == true && (isNote || !letters.isEmpty)
  }

  /// What the rest of a line says, after its id and the tab.
  func content(
    of rest: BratText, id: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let tab = rest.firstIndex(of: "\t") ?? rest.endIndex
    let (data, tail) = (rest[..<tab], rest[tab...])
    switch id.first {
    case "T": return try textBound(data, tail)
    case "E": return try event(data, tail)
    case "R": return try relation(data, tail)
    case "A": return try attribute(data)
    case "M": return try modifier(data, tail)
    case "N": return try reference(data, tail)
    case "#": return try note(data, tail)
    case "*": return try group(data, tail)
    default: throw .refused(.unknownFamily, id)
    }
  }

  // MARK: Annotations

  private func textBound(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    guard let space = data.firstIndex(of: " ") else {
      throw .refused(.badOffsets, data.withoutLineEnd)
    }
    let pieces = try pieces(data[(space + 1)...])
    let texts = pieces.map { Array(article.text(in: TextRange($0.start, $0.end)).unicodeScalars) }
    let length = texts.reduce(texts.count - 1) { $0 + $1.count }
    let label = data[..<space]
    let words = tail.dropFirst().prefix(length)
    let rest = tail.dropFirst(1 + length)
    if tail.allSatisfy(\.isBlankOrBreak), length > 0 {
      let all = BratText(texts.joined())
      return .textBound(label: label, pieces: pieces, words: all, tail: tail)
    }
    guard !tail.isEmpty else { throw .crash(.emptySpan, data.withoutLineEnd) }
    guard words.count == length else { throw .refused(.tooFewWords, tail.withoutLineEnd) }
    let expected = BratText(texts.joined(separator: [" "]))
    guard words == expected else {
      // Before 1.3 brat put no blank between the pieces.
      guard words.starts(with: texts.joined()) else {
        throw .refused(.otherWords, words.withoutLineEnd)
      }
      return .textBound(label: label, pieces: pieces, words: expected, tail: [])
    }
    guard rest.first?.isBlankOrBreak ?? true else {
      throw .refused(.noBlankAfterWords, rest.withoutLineEnd)
    }
    return .textBound(label: label, pieces: pieces, words: words, tail: rest)
  }

  private func pieces(_ data: BratText) throws(BratFault) -> [BratAnnotation.Piece] {
    var pieces: [BratAnnotation.Piece] = []
    for part in data.parts(";") {
      let fields = part.parts(" ", maxSplits: 2)
      guard fields.count == 2, !fields[1].withoutBlankEnd.contains(where: \.isBlankOrBreak),
        let start = OffsetReader.number(fields[0].string)?.count,
        let end = OffsetReader.number(fields[1].string)?.count
      else { throw .refused(.badOffsets, part.withoutLineEnd) }
      let written = part.withoutLineEnd
      if start > end { throw .refused(.reversed, written) }
      if start < 0 { throw .refused(.negative, written) }
      if end > article.scalarCount { throw .refused(.pastEnd, written) }
      if pieces.contains(where: { end >= $0.start && start < $0.end }) {
        throw .refused(.overlap, written)
      }
      pieces.append((start, end))
    }
    return pieces
  }

  // MARK: What annotations are tied by

  private func event(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let space = data.firstIndex(of: " ")
    let head = space.map { data[..<$0] } ?? data.withoutLineEnd
    let parts = head.parts(":")
    guard parts.count == 2 else { throw .refused(.noTrigger, head) }
    let arguments = space.map { data[$0...].words } ?? []
    return .event(label: parts[0], trigger: parts[1], arguments: arguments, tail: tail)
  }

  private func relation(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let space = data.firstIndex(of: " ") ?? data.endIndex
    let words = data[space...].words
    guard words.count == 2 else { throw .refused(.argumentCount, data.withoutLineEnd) }
    let parts = words.map { $0.parts(":") }
    if parts[0][0] == parts[1][0] { throw .refused(.sameRole, words[1]) }
    var ends: [(role: BratText, target: BratText)] = []
    for (word, parts) in zip(words, parts) {
      guard parts.count > 1 else { throw .crash(.relationEnd, word) }
      ends.append((parts[0], parts[1]))
    }
    return .relation(name: data[..<space], ends: ends, tail: tail)
  }

  private func group(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let words = data.words
    guard let name = words.first, words.count > 1 else {
      throw .refused(.noMembers, data.withoutLineEnd)
    }
    return .group(name: name, members: Array(words.dropFirst()), tail: tail)
  }

  // MARK: What annotations have

  /// Reads `NAME TARGET VALUE` or `NAME TARGET`; a tail is lost.
  ///
  /// Each part has at least one character, which may be a blank.
  private func attribute(_ data: BratText) throws(BratFault) -> BratAnnotation.Content {
    let fields = data.last == "\n" ? data.dropLast() : data
    guard let space = fields.dropFirst().firstIndex(of: " "), space + 1 < fields.endIndex else {
      throw .refused(.noTarget, fields.withoutLineEnd)
    }
    let rest = fields[(space + 1)...]
    var target = rest
    var value: BratText?
    if let second = rest.dropFirst().firstIndex(of: " "), second + 1 < rest.endIndex {
      (target, value) = (rest[..<second], rest[(second + 1)...])
    }
    guard Self.isID(target) else { throw .refused(.noTarget, target.withoutLineEnd) }
    return .attribute(name: fields[..<space], target: target, value: value, tail: [])
  }

  private func modifier(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let words = data.words
    guard words.count == 2 else { throw .crash(.modifier, data.withoutLineEnd) }
    return .attribute(name: words[0], target: words[1], value: nil, tail: tail)
  }

  private func note(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let words = data.words
    guard words.count == 2 else { throw .refused(.noTarget, data.withoutLineEnd) }
    return .note(name: words[0], target: words[1], tail: tail)
  }

  private func reference(
    _ data: BratText, _ tail: BratText
  ) throws(BratFault) -> BratAnnotation.Content {
    let fields = Self.sharedTaskFields(data) ?? data.parts(" ", maxSplits: 2)
    guard fields.count == 3, !fields[0].isEmpty, !fields[1].isEmpty,
      !fields[0].contains(where: \.isBlankOrBreak), !fields[1].contains(where: \.isBlankOrBreak)
    else { throw .refused(.badReference, data.withoutLineEnd) }
    let entry = fields[2].prefix { !$0.isBlankOrBreak }
    guard let colon = entry.dropFirst().firstIndex(of: ":"), colon + 1 < entry.endIndex else {
      throw .refused(.badReference, entry)
    }
    return .reference(name: fields[0], target: fields[1], entry: entry, tail: tail)
  }

  /// The fields of `Reference Annotation:T1 Referent:DB:KEY`, in either order.
  private static func sharedTaskFields(_ data: BratText) -> [BratText]? {
    let fields = data.parts(" ", maxSplits: 2)
    guard fields.count == 3, fields[0] == BratText("Reference") else { return nil }
    let prefixes = ["Annotation:", "Referent:"].map { BratText($0) }
    for (first, second) in [(0, 1), (1, 0)]
    where fields[1].starts(with: prefixes[first]) && fields[2].starts(with: prefixes[second]) {
      let values = [
        fields[1].dropFirst(prefixes[first].count), fields[2].dropFirst(prefixes[second].count),
      ]
      let (target, entry) = (values[first], values[second])
      guard let end = target.first, !end.isBlankOrBreak, !entry.isEmpty else { return nil }
      return [fields[0], target.prefix { !$0.isBlankOrBreak }, entry]
    }
    return nil
  }
}

extension OffsetReader.Offset {
  /// The number as one that can be compared: below zero is −1, too large the largest.
  fileprivate var count: Int {
    switch self {
    case .value(let value): Int(value)
    case .negative: -1
    case .tooLarge: .max
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { isASCII && properties.isAlphabetic }
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
