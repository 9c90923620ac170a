import ArgumentParser
import CommandLanguage
import Standoff

/// `galley show ARTICLE`: prints an article with its annotations, or keeps it in view.
struct ShowJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints an article with its annotations marked, or keeps it in view.",
    discussion: """
      With --follow, in a second window, the article is shown anew after each act of the shell that \
      annotates it, with the words it touched in view. It only reads, so it may begin before the \
      shell and outlast it. Ctrl-C or `q` leaves.
      """)

  @Argument(help: "The article.", completion: .file())
  var article: String

  @Flag(help: "Show it again after each act, until Ctrl-C.")
  var follow = false

  @OptionGroup var options: StandoffOptions

  func run() throws {
    let request = ShellRequest(
      article: article, annotator: options.annotator, into: options.into, schema: options.schema,
      color: options.color)
    let opening = SessionOpening(request, access: .reading)
    var workspace = Workspace(door: .script, opener: opening.opener)
    workspace.settings.color = options.color
    do throws(DiagnosticError) {
      if follow {
        var follower = try Follower(article, opening, workspace.settings)
        return follower.run()
      }
      try workspace.open(article)
      Printer().notices(of: workspace)
      let whole = TextRange(0, try workspace.article.scalarCount)
      Printer().print(
        .done(verb: "show", Report([try workspace.pages(of: [whole])])), in: workspace)
    } catch {
      Printer().report(error.diagnostic, in: workspace)
      throw ExitCode(Status.failed)
    }
  }
}
