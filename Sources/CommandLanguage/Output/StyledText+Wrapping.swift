extension StyledText {
  /// The line in as many lines as a number of columns needs, broken at blanks; all but the first are
  /// indented.
  package func wrapped(to columns: Int, indent: Int = 4) -> [StyledText] {
    guard width > columns else { return [self] }
    var wrapper = LineWrapper(columns: columns, indent: min(indent, max(0, columns - 16)))
    var cells: [LineWrapper.Cell] = []
    for run in runs { cells.append(words: Array(run.text.visible.unicodeScalars)[...], run.role) }
    for cell in cells { wrapper.add(cell) }
    return wrapper.finish()
  }
}
