/// What the Tab key does with a reply.
enum Completion: Equatable {
  /// Nothing fits.
  case bell
  /// The text in `range` becomes `text`.
  case replace(Range<String.Index>, with: String)
  /// Nothing more is certain; these are shown.
  case list([Candidate])

  /// A single candidate is inserted with its suffix, the common start of several if that says more
  /// than what was typed, and otherwise they are listed.
  init(_ reply: CompletionReply, for request: CompletionRequest) {
    guard let first = reply.candidates.first else {
      self = .bell
      return
    }
    let typed = request.text[reply.replacing.lowerBound..<request.cursor]
    if reply.candidates.allSatisfy({ $0.text.utf8.elementsEqual(first.text.utf8) }) {
      // The typist may have typed the suffix already.
      let rest = request.text[reply.replacing.upperBound...]
      let suffix = rest.utf8.starts(with: first.suffix.utf8) ? "" : first.suffix
      self = .replace(reply.replacing, with: first.text + suffix)
      return
    }
    let common = commonStart(of: reply.candidates.map(\.text))
    let saysMore =
      common.count > typed.count
      || (common.count == typed.count && !common.utf8.elementsEqual(typed.utf8))
    self = saysMore ? .replace(reply.replacing, with: common) : .list(reply.candidates)
  }
}

/// The longest start that all `texts` share to the letter, cut between characters.
func commonStart(of texts: [String]) -> String {
  guard let first = texts.first else { return "" }
  return texts.dropFirst().reduce(first) { common, text in
    var result = ""
    for (left, right) in zip(common, text) {
      guard left.utf8.elementsEqual(right.utf8) else { break }
      result.append(left)
    }
    return result
  }
}
