extension StyledText {
  /// The line in as many lines as a number of columns needs, broken at blanks; all but the first are
  /// indented, by 4 where neither `indent` nor the line says how far.
  package func wrapped(to columns: Int, indent: Int? = nil) -> [StyledText] {
    guard width > columns else { return [self] }
    let indent = min(indent ?? hang ?? 4, max(0, columns - 16))
    var wrapper = LineWrapper(columns: columns, indent: indent)
    var cells: [LineWrapper.Cell] = []
    for run in runs { cells.append(words: Array(run.text.visible.unicodeScalars)[...], run.role) }
    for cell in cells { wrapper.add(cell) }
    return wrapper.finish()
  }

  /// The line with two blanks before it.
  package var indented: StyledText {
    var line = StyledText("  ")
    line.append(self)
    return line
  }
}
