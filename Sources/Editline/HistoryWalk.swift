/// A walk through the history with the arrow keys, among the entries that start as the line does.
struct HistoryWalk {
  /// What was typed before the cursor when the walk began.
  let prefix: String
  /// The line that was being typed, to come back to.
  let typed: String
  /// The entry shown now, by its place; `entries.count` for the typed line.
  private(set) var position: Int
  private let entries: [String]

  init(entries: [String], typed: String, prefix: String) {
    self.entries = entries
    self.typed = typed
    self.prefix = prefix
    position = entries.count
  }

  /// The line shown now.
  var line: String { position < entries.count ? entries[position] : typed }

  /// Goes to the next older entry; false when there is none.
  mutating func goBack() -> Bool { go(to: (0..<position).last(where: matches)) }

  /// Goes to the next newer entry, or back to the typed line; false when there already.
  mutating func goForth() -> Bool {
    guard position < entries.count else { return false }
    return go(to: (position + 1..<entries.count).first(where: matches) ?? entries.count)
  }

  private mutating func go(to place: Int?) -> Bool {
    guard let place else { return false }
    position = place
    return true
  }

  private func matches(_ place: Int) -> Bool {
    entries[place].utf8.starts(with: prefix.utf8) && !entries[place].utf8.elementsEqual(typed.utf8)
  }
}
