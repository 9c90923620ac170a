/// What brat keeps of a line, and writes when it saves.
struct BratAnnotation {
  /// The kinds of line, with their fields.
  ///
  /// A tail is what follows the fields, from the second tab.
  enum Content {
    case textBound(label: BratText, pieces: [Piece], words: BratText, tail: BratText)
    case event(label: BratText, trigger: BratText, arguments: [BratText], tail: BratText)
    case relation(name: BratText, ends: [(role: BratText, target: BratText)], tail: BratText)
    case attribute(name: BratText, target: BratText, value: BratText?, tail: BratText)
    case reference(name: BratText, target: BratText, entry: BratText, tail: BratText)
    case note(name: BratText, target: BratText, tail: BratText)
    case group(name: BratText, members: [BratText], tail: BratText)
  }

  /// A stretch of a `T`, in code points.
  typealias Piece = (start: Int, end: Int)

  /// What stands before the first tab.
  let id: BratText
  /// The fields.
  var content: Content

  /// The line as brat writes it, without a line end.
  var written: String {
    let (head, tail) = fields
    return BratText("\(id.string)\t\(head)\(tail.string)").withoutLineEnd.string
  }

  private var fields: (head: String, tail: BratText) {
    switch content {
    case .textBound(let label, let pieces, let words, let tail):
      let offsets = pieces.map { "\($0.start) \($0.end)" }.joined(separator: ";")
      return ("\(label.string) \(offsets)\t\(words.string)", tail)
    case .event(let label, let trigger, let arguments, let tail):
      let arguments = arguments.map(\.string).joined(separator: " ")
      return ("\(label.string):\(trigger.string) \(arguments)", tail)
    case .relation(let name, let ends, let tail):
      let ends = ends.map { "\($0.role.string):\($0.target.string)" }.joined(separator: " ")
      return ("\(name.string) \(ends)", tail)
    case .attribute(let name, let target, let value, let tail):
      return ("\(name.string) \(target.string)\(value.map { " \($0.string)" } ?? "")", tail)
    case .reference(let name, let target, let entry, let tail):
      return ("\(name.string) \(target.string) \(entry.string)\t", tail)
    case .note(let name, let target, let tail):
      return ("\(name.string) \(target.string)", tail)
    case .group(let name, let members, let tail):
      return ("\(name.string) \(members.map(\.string).joined(separator: " "))", tail)
    }
  }
}
