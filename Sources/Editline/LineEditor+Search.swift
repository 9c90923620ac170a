import CEditline

// Ctrl-R. libedit's own search takes each character by its last eight bits, so that a curly quote
// or a dash ends it.

extension LineEditor {
  func search(_ handle: OpaquePointer) -> CommandEffect {
    guard let before = reading, !before.isQuestion else { return .bell }
    let (typed, cursor) = line(handle)
    var search = HistorySearch(entries: history.entries)
    var isCancelled = false
    searching: while true {
      show(search, orElse: String(typed), handle)
      switch keys.next() {
      case .character("\u{12}"):
        search.goBack()
        if search.isFailing { el_beep(handle) }
      case .character("\u{8}"), .character("\u{7F}"):
        if !search.takeBack() { el_beep(handle) }
      case .character("\u{7}"):
        isCancelled = true
        break searching
      case .character("\u{1B}"): break searching
      case .character(let character) where character.value >= 0x20:
        search.type(String(character))
        if search.isFailing { el_beep(handle) }
      case .paste(let text): search.type(String(text.prefix { $0 != "\n" }))
      case .resized: el_resize(handle)
      case let other:
        // It ends the search and means what it always means: Enter runs the line.
        keys.putBack(other)
        break searching
      }
    }
    let shown = layout(handle)
    reading = before
    promptText = WideText(before.prompt.rendered(colors: options.usesColors))
    if isCancelled || search.hit == nil {
      replace(0..<line(handle).scalars.count, with: String(typed), handle)
      el_cursor(handle, Int32(clamping: cursor - typed.count))
    }
    redraw(handle, from: shown)
    return .none
  }

  private func show(
    _ search: HistorySearch, orElse typed: String, _ handle: OpaquePointer
  ) {
    let shown = layout(handle)
    let title = search.isFailing ? "not found" : "search"
    let prompt = Prompt([.init(title, .dim), .init(": \(search.pattern) | ")])
    reading?.prompt = prompt
    promptText = WideText(prompt.rendered(colors: options.usesColors))
    replace(0..<line(handle).scalars.count, with: search.hit?.entry ?? typed, handle)
    if let hit = search.hit {
      el_cursor(handle, Int32(clamping: hit.offset - line(handle).scalars.count))
    }
    redraw(handle, from: shown)
  }
}
