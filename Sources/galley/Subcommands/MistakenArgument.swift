import CommandLanguage
import Glibc
import Standoff

/// What somebody may have meant whose first arguments are no job and no article: a job that is misspelt
/// or stands second, or a command of the shell.
struct MistakenArgument {
  /// What is wrong, with what is right.
  let advice: String

  /// Looks at the arguments; `nil` where none of that was meant.
  init?(_ arguments: some Sequence<String>, jobs: [String]) {
    let words = Array(arguments.prefix { !$0.hasPrefix("-") }.prefix(2))
    guard let first = words.first, !jobs.contains(first) else { return nil }
    let verbs = CommandCatalogue.manuals.map(\.verb)
    if access(first, F_OK) == 0 {
      guard words.count > 1 else { return nil }
      if jobs.contains(words[1]) {
        advice = "the job stands first, as in `galley \(words[1]) \(first.visible)`"
      } else if verbs.contains(words[1].lowercased()) {
        advice =
          "commands of the shell stand behind -c, as in `galley \(first.visible) -c \(words[1])`"
      } else {
        return nil
      }
    } else if let job = nearest(to: first.lowercased(), among: jobs), !first.contains("/") {
      advice = "there is no job or article \(first.visible); did you mean `galley \(job)`?"
    } else if verbs.contains(first.lowercased()) {
      let article = words.count > 1 ? words[1].visible : "ARTICLE"
      advice =
        "`\(first)` is a command of the shell, as in `galley \(article) -c \(first.lowercased())`"
    } else {
      return nil
    }
  }
}
