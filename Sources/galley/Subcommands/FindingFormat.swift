import ArgumentParser

/// How a job on files prints what it finds.
enum FindingFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people, with a caret below the line.
  case text
  /// An object a line.
  case json
  /// One SARIF document.
  case sarif
}
