/// A search through the history, letter by letter, from the newest entry back.
///
/// Case counts only if a capital was typed; straight and curly quotes are the same, so are the
/// kinds of dash.
struct HistorySearch {
  private(set) var pattern = ""
  /// Whether the pattern as typed is in no entry; the last hit then stays in sight.
  private(set) var isFailing = false
  /// The entry found and where in it, in scalars; nil until there was a hit.
  private(set) var hit: (entry: String, offset: Int)?

  private let entries: [String]
  private var position: Int
  private var steps: [(position: Int, isFailing: Bool, length: Int)] = []

  init(entries: [String]) {
    self.entries = entries
    position = entries.count
  }

  /// Adds to the pattern; the entry that is shown may still do.
  mutating func type(_ text: String) {
    steps.append((position, isFailing, pattern.unicodeScalars.count))
    pattern += text
    look(from: min(position, entries.count - 1))
  }

  /// Takes back what was typed last; false when nothing is left.
  mutating func takeBack() -> Bool {
    guard let step = steps.popLast() else { return false }
    pattern = String(pattern.unicodeScalars.prefix(step.length))
    (position, isFailing) = (step.position, step.isFailing)
    hit = entries.indices.contains(position) ? occurrence(in: entries[position]) : nil
    return true
  }

  /// Goes on to the next older hit.
  mutating func goBack() { if !pattern.isEmpty { look(from: position - 1) } }

  private mutating func look(from start: Int) {
    var place = start
    while place >= 0 {
      if let found = occurrence(in: entries[place]) {
        (position, hit, isFailing) = (place, found, false)
        return
      }
      place -= 1
    }
    isFailing = true
  }

  private func occurrence(in entry: String) -> (entry: String, offset: Int)? {
    let ignoresCase = !pattern.unicodeScalars.contains { $0.properties.isUppercase }
    let wanted = pattern.unicodeScalars.map { Self.folded($0, ignoresCase) }
    let text = entry.unicodeScalars.map { Self.folded($0, ignoresCase) }
    guard wanted.count <= text.count else { return nil }
    for offset in 0...(text.count - wanted.count)
    where text[offset..<(offset + wanted.count)].elementsEqual(wanted) {
      return (entry, offset)
    }
    return nil
  }

  /// One scalar for one, so that offsets stay what they are.
  private static func folded(_ scalar: Unicode.Scalar, _ ignoresCase: Bool) -> Unicode.Scalar {
    switch scalar.value {
    case 0x201C...0x201F, 0xAB, 0xBB: return "\""
    case 0x2018...0x201B: return "'"
    case 0x2010...0x2015: return "-"
    default:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      guard ignoresCase, lower.count == 1, let only = lower.first else { return scalar }
      return only
    }
  }
}
