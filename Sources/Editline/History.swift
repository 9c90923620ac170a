import CEditline

/// The entries that can be recalled in this shell: libedit's list for searching, ours for the rest.
@MainActor
final class History {
  /// libedit's list, and one that stays empty, for questions.
  let list: OpaquePointer?
  let emptyList: OpaquePointer?
  /// The oldest first, each once.
  private(set) var entries: [String] = []

  private let file: HistoryFile?
  private let limit: Int

  init(file: HistoryFile?) {
    self.file = file
    limit = file?.limit ?? 1000
    list = history_init()
    emptyList = history_init()
    if let list { _ = ce_history_set_size(list, Int32(clamping: limit)) }
    try? file?.compact()
    entries = file?.load() ?? []
    refill()
  }

  func close() {
    if let list { history_end(list) }
    if let emptyList { history_end(emptyList) }
  }

  /// Adds an entry, unless it is blank or starts with a blank.
  func add(_ entry: String) {
    guard let first = entry.unicodeScalars.first, first != " ", first != "\t" else { return }
    guard !entry.utf8.contains(0), entry.contains(where: { !$0.isWhitespace }) else { return }
    let isRepetition = entries.last.map { $0.utf8.elementsEqual(entry.utf8) } ?? false
    guard !isRepetition else { return }
    // An entry that cannot be put on disk can be recalled in this shell still.
    try? file?.append(entry)
    let before = entries.count
    entries.removeAll { $0.utf8.elementsEqual(entry.utf8) }
    if entries.count == before, before < limit, let list {
      entries.append(entry)
      _ = ce_history_enter(list, entry)
    } else {
      entries.append(entry)
      entries.removeFirst(max(0, entries.count - limit))
      refill()
    }
  }

  /// libedit can drop an entry only by a number that it does not tell, so the list is made anew.
  private func refill() {
    guard let list else { return }
    _ = ce_history_clear(list)
    for entry in entries { _ = ce_history_enter(list, entry) }
  }
}
