import CommandLanguage
import Standoff

/// Writes what commands have to say: data to standard output, the rest to standard error.
struct Printer {
  /// Whether echoes are part of a conversation and belong on standard output.
  var isConversation = false

  /// Prints one outcome.
  func print(_ outcome: Interpreter.Outcome, in workspace: Workspace) {
    let settings = workspace.settings
    switch (outcome, settings.format) {
    case (.done(let verb, let report), .json):
      var batch = LineBatch(.output)
      JSONRenderer.lines(of: report, verb: verb) { batch.write([$0]) }
      batch.flush()
    case (.failed(let verb, let diagnostic), .json):
      StandardStream.output.write(lines: [JSONRenderer.line(of: diagnostic, verb: verb)])
      if !isConversation { self.report(diagnostic, in: workspace) }
    case (.done(_, let report), .text):
      let echoes = data(of: report, in: workspace)
      if isConversation {
        StandardStream.output.write(lines: echoes + redrawn(report.touched, in: workspace))
      } else {
        StandardStream.error.write(
          lines: renderer(for: .error, workspace).lines(of: report.withoutData).echoes)
      }
    case (.failed(_, let diagnostic), .text): self.report(diagnostic, in: workspace)
    }
  }

  /// Prints the data of a report, and returns what only tells a person what happened.
  private func data(of report: Report, in workspace: Workspace) -> [String] {
    let renderer = renderer(for: .output, workspace)
    if report.isPaged, isConversation {
      return Pager(workspace.settings).show { renderer.lines(of: report, handingTo: $0) }
    }
    var batch = LineBatch(.output)
    let echoes = renderer.lines(of: report) { batch.write($0) }
    batch.flush()
    return echoes
  }

  /// The sentences that were touched, where the person wants to see them.
  private func redrawn(_ stretches: [TextRange], in workspace: Workspace) -> [String] {
    guard workspace.settings.redraws, let touched = workspace.sentences(touching: stretches) else {
      return []
    }
    return renderer(for: .output, workspace).lines(of: touched)
  }

  /// Prints a diagnostic on standard error.
  func report(_ diagnostic: Diagnostic, in workspace: Workspace) {
    StandardStream.error.write(lines: renderer(for: .error, workspace).lines(of: diagnostic))
  }

  /// Prints a diagnostic of a job, which has no workspace, on standard error.
  func report(_ diagnostic: Diagnostic, color: Settings.Color) {
    var settings = Settings()
    settings.color = color
    let renderer = TextRenderer(schema: .news, usesColor: usesColor(on: .error, settings))
    StandardStream.error.write(lines: renderer.lines(of: diagnostic))
  }

  /// Prints what keeps a job from being done, and returns the exit status for that.
  func failure(_ diagnostic: Diagnostic, color: Settings.Color) -> Int32 {
    report(diagnostic, color: color)
    return Status.failed
  }

  /// Prints what the session found on opening.
  func notices(of workspace: Workspace) {
    for notice in workspace.session?.notices ?? [] { report(notice, in: workspace) }
  }

  /// Prints lines that a job has for people on standard output: broken at the columns of a terminal,
  /// whole in a pipe.
  func print(_ lines: [StyledText], color: Settings.Color) {
    var settings = Settings()
    settings.color = color
    let renderer = TextRenderer(schema: .news, usesColor: usesColor(on: .output, settings))
    let broken = columns.map { columns in lines.flatMap { $0.wrapped(to: columns) } } ?? lines
    StandardStream.output.write(lines: broken.map(renderer.line))
  }

  /// The columns that what a job prints is broken at; `nil` where no terminal shows it.
  var columns: Int? { StandardStream.output.isTerminal ? Environment.columns : nil }

  /// A renderer for a stream.
  func renderer(for stream: StandardStream, _ workspace: Workspace) -> TextRenderer {
    var renderer = TextRenderer(
      schema: workspace.schema, usesColor: usesColor(on: stream, workspace.settings),
      columns: workspace.settings.columns ?? stream.columns ?? Environment.columns)
    renderer.wraps =
      isConversation || workspace.settings.columns != nil || stream.columns != nil
    return renderer
  }

  /// Whether a stream is coloured.
  func usesColor(on stream: StandardStream, _ settings: Settings) -> Bool {
    switch settings.color {
    case .always: true
    case .never: false
    case .auto: stream.isTerminal && !Environment.forbidsColor
    }
  }
}

extension String {
  /// A line in as many lines as a number of columns needs; whole where there is none.
  func broken(at columns: Int?) -> [String] {
    guard let columns else { return [visible] }
    let renderer = TextRenderer(schema: .news)
    return StyledText(self).wrapped(to: columns).map(renderer.line)
  }
}
