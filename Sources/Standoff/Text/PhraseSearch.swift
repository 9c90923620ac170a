/// Finds the places of an article where the words of a search stand, whatever their word edges.
struct PhraseSearch {
  private let article: Article
  private let phrase: SearchPhrase
  private let matcher: PhraseMatcher

  init(_ phrase: SearchPhrase, in article: Article) {
    self.article = article
    self.phrase = phrase
    matcher = PhraseMatcher(phrase, in: article)
  }

  /// The matches inside `bounds`, in text order; they may overlap.
  func matches(in bounds: Range<Int>) -> [Range<Int>] {
    Self.inOrder(matches(ledToFrom: bounds, in: bounds))
  }

  /// The first matches inside `bounds` that are wanted, at most `limit`, in text order.
  ///
  /// The text is gone through in pieces and no further than that takes.
  func firstMatches(
    in bounds: Range<Int>, upTo limit: Int, where isWanted: (Range<Int>) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = bounds.lowerBound
    while start < bounds.upperBound, found.count < limit {
      let piece = start..<min(bounds.upperBound, start + Self.pieceSize)
      found += matches(ledToFrom: piece, in: bounds).filter(isWanted)
      start = piece.upperBound
    }
    return Array(Self.inOrder(found).prefix(limit))
  }

  private static let pieceSize = 1 << 13

  /// The matches inside `bounds` whose anchors stand in `piece`, in any order.
  private func matches(ledToFrom piece: Range<Int>, in bounds: Range<Int>) -> [Range<Int>] {
    guard let anchor = SearchAnchor(of: phrase) else {
      return matchesOfSigns(from: piece, in: bounds)
    }
    var places = literalPlaces(anchor, from: piece, in: bounds)
    places += irregularPlaces(anchor, in: piece)
    var matches: [Range<Int>] = []
    for (unit, offset) in places {
      guard article.isCharacterBoundary(offset),
        let match = matcher.match(unit: unit, at: offset),
        bounds.lowerBound <= match.lowerBound, match.upperBound <= bounds.upperBound
      else { continue }
      matches.append(match)
    }
    return matches
  }

  /// Matches in text order, each once: two irregular characters of one match have both led to it.
  private static func inOrder(_ matches: [Range<Int>]) -> [Range<Int>] {
    var distinct: [Range<Int>] = []
    for match in matches.sorted(by: { $0.lowerBound < $1.lowerBound })
    where distinct.last != match { distinct.append(match) }
    return distinct
  }

  private func literalPlaces(
    _ anchor: SearchAnchor, from piece: Range<Int>, in bounds: Range<Int>
  ) -> [(unit: Int, offset: Int)] {
    var places: [(unit: Int, offset: Int)] = []
    let bytes = article.bytes
    for literal in anchor.literals {
      let scan = LiteralScan(literal, frequencies: article.byteFrequencies)
      let end = min(bounds.upperBound, piece.upperBound + literal.bytes.count - 1)
      var start = piece.lowerBound
      while let place = scan.next(in: bytes, from: start, to: end) {
        places.append((anchor.units.lowerBound, place))
        start = place + 1
      }
    }
    return places
  }

  private func irregularPlaces(
    _ anchor: SearchAnchor, in bounds: Range<Int>
  ) -> [(unit: Int, offset: Int)] {
    let irregular = article.irregularCharacters
    let wanted = anchor.units.map { unit in
      (unit, IrregularCharacters.key(of: phrase.units[unit].character))
    }
    var places: [(unit: Int, offset: Int)] = []
    let start = irregular.offsets.partitioningIndex { Int($0) >= bounds.lowerBound }
    for index in start..<irregular.offsets.count {
      let offset = Int(irregular.offsets[index])
      if offset >= bounds.upperBound { break }
      for (unit, key) in wanted where key == irregular.keys[index] {
        places.append((unit, offset))
      }
    }
    return places
  }

  /// The matches of words that are marks, dashes and blanks alone, or compatibility ideographs: all
  /// characters are looked at that are not plain letters.
  private func matchesOfSigns(from piece: Range<Int>, in bounds: Range<Int>) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    for place in piece {
      let byte = article.contents.bytes[place]
      let mayBegin = byte < 0x80 ? byte == 0x22 || byte == 0x27 || byte == 0x2D : byte >= 0xC0
      guard mayBegin, article.isCharacterBoundary(place),
        let match = matcher.match(unit: 0, at: place), match.upperBound <= bounds.upperBound
      else { continue }
      matches.append(match)
    }
    return matches
  }
}

extension Article {
  /// How often each byte stands in the first 64 kB.
  var byteFrequencies: [Int] {
    contents.byteFrequencies.value {
      var frequencies = [Int](repeating: 0, count: 256)
      for byte in contents.bytes.prefix(1 << 16) { frequencies[Int(byte)] += 1 }
      return frequencies
    }
  }

  /// The characters that may be written in more than one way.
  var irregularCharacters: IrregularCharacters {
    contents.irregularCharacters.value { IrregularCharacters(of: self) }
  }
}
