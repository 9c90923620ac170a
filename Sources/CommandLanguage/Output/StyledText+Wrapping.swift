extension StyledText {
  /// The line in as many lines as a number of columns needs, broken at blanks; all but the first are
  /// indented.
  package func wrapped(to columns: Int, indent: Int = 4) -> [StyledText] {
    guard width > columns else { return [self] }
    var wrapper = LineWrapper(columns: columns, indent: min(indent, max(0, columns - 16)))
    for run in runs {
      for character in run.text.visible {
        let isBlank = character == " "
        wrapper.add(LineWrapper.Cell(String(character), run.role, isBlank ? .blank : .glyph))
      }
    }
    return wrapper.finish()
  }
}
