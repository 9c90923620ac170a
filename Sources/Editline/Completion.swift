/// What the Tab key does with a reply.
enum Completion: Equatable {
  /// Nothing fits.
  case bell
  /// The text in `range` becomes `text`.
  case replace(Range<String.Index>, with: String)
  /// Nothing more is certain; these are shown, with the count of those besides.
  case list([Candidate], more: Int)
  /// Both: what is certain is put in, and what it may become is shown.
  case extend(Range<String.Index>, with: String, [Candidate])

  /// A single candidate is inserted with its suffix.
  ///
  /// Of several the common start is, where it says more than what was typed; they are listed unless
  /// that start is one of them.
  init(_ reply: CompletionReply, for request: CompletionRequest) {
    guard let first = reply.candidates.first else {
      self = .bell
      return
    }
    guard reply.more == 0 else {
      self = .list(reply.candidates, more: reply.more)
      return
    }
    let range = reply.replacing
    if reply.candidates.allSatisfy({ $0.text.utf8.elementsEqual(first.text.utf8) }) {
      self.init(only: first, in: range, request)
      return
    }
    let typed = request.text[range.lowerBound..<request.cursor]
    let common = commonStart(of: reply.candidates.map(\.text))
    let saysMore =
      common.count > typed.count
      || (common.count == typed.count && !common.utf8.elementsEqual(typed.utf8))
    if !saysMore {
      self = .list(reply.candidates, more: 0)
    } else if reply.candidates.contains(where: { $0.text.utf8.elementsEqual(common.utf8) }) {
      self = .replace(range, with: common)
    } else {
      self = .extend(range, with: common, reply.candidates)
    }
  }

  /// Inserts the only candidate; what the typist has typed behind it already is not doubled.
  private init(
    only candidate: Candidate, in range: Range<String.Index>, _ request: CompletionRequest
  ) {
    let rest = request.text[range.upperBound...].unicodeScalars
    let typed = request.text[range].unicodeScalars
    let text = candidate.text.unicodeScalars
    var end = range.upperBound
    if text.starts(with: typed) {
      // The words that follow may stand there from an earlier attempt.
      let added = text.dropFirst(typed.count)
      if !added.isEmpty, rest.starts(with: added) {
        end = rest.index(end, offsetBy: added.count)
      }
    }
    let after = request.text[end...].unicodeScalars.first
    let suffix =
      after != nil && after == candidate.suffix.unicodeScalars.first ? "" : candidate.suffix
    let whole = candidate.text + suffix
    self =
      whole.utf8.elementsEqual(request.text[range.lowerBound..<end].utf8)
        && end == request.cursor ? .bell : .replace(range.lowerBound..<end, with: whole)
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
