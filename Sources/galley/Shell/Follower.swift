import CommandLanguage
import Glibc
import Standoff

/// Keeps an article in view while another process annotates it.
struct Follower {
  private let opening: SessionOpening
  private let settings: Settings
  private let screen = FollowScreen()
  private var following: Following
  /// Why the files could not be read when they changed last.
  private var problem: Diagnostic?
  private var top: ArticleWindow.Line?

  /// How often the files are looked at, in milliseconds.
  private static let pause: Int32 = 100

  /// Opens the article for reading.
  ///
  /// - Throws: as opening a session does.
  init(
    _ article: String, _ opening: SessionOpening, _ settings: Settings
  ) throws(DiagnosticError) {
    self.opening = opening
    self.settings = settings
    following = try Following { () throws(DiagnosticError) in try opening.session(of: article) }
  }

  /// Shows the article after each act, until `q` is typed or a signal ends the process.
  mutating func run() {
    FollowSignals.listen()
    screen.begin()
    draw()
    while true {
      if let signal = FollowSignals.ending {
        screen.end()
        FollowSignals.end(by: signal)
      }
      if FollowSignals.takeSuspension() {
        screen.end()
        raise(SIGSTOP)
        screen.begin()
        draw()
      }
      if FollowSignals.takeResize(), screen.isDrawn { draw() }
      if refresh() { draw() }
      if screen.leaves(within: Self.pause) { return screen.end() }
    }
  }

  private mutating func refresh() -> Bool {
    do throws(DiagnosticError) {
      guard try following.refresh() else { return false }
      problem = nil
    } catch {
      problem = error.diagnostic
    }
    return true
  }

  // MARK: Drawing

  private mutating func draw() {
    var workspace = Workspace(following.session, door: .script, opener: opening.opener)
    workspace.settings = settings
    let renderer = Printer().renderer(for: .output, workspace)
    guard StandardStream.output.isTerminal else { return printWhole(workspace, renderer) }
    // A line of the window is the foot's.
    let window = ArticleWindow(
      of: workspace, showing: following.touched, from: top, rows: max(1, Environment.rows - 1),
      columns: renderer.columns)
    top = window.top
    screen.draw(window.lines.map(renderer.line), foot: renderer.line(foot))
  }

  private func printWhole(_ workspace: Workspace, _ renderer: TextRenderer) {
    let whole = TextRange(0, following.session.article.scalarCount)
    guard let page = try? workspace.page(of: whole) else { return }
    StandardStream.output.write(lines: renderer.lines(of: Report([.page(page)])).data + [""])
  }

  private var foot: StyledText {
    if let problem { return StyledText(problem.message, .severity(.error)) }
    let count = following.session.annotations.annotations.count
    return StyledText(
      FilePath.name(of: following.session.standoffPath) + "  " + counted(count, "annotation"),
      .faint)
  }
}
