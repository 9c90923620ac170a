/// A conversation with the shell as a file of `Tests/Transcripts` has it.
///
/// ```
/// % article ferry             the article; `% door script` for the other door
/// ## What this part is about.
/// > speaker "Ida Moss"        a command, `…> ` its next line
/// < 1-2                       what a person answers
/// s1  speaker  2.1  “Ida Moss”
/// ```
/// What follows a command, up to the next line with a mark, is what it prints, to the letter; blank
/// lines before a mark count for nothing.
struct Transcript {
  static let commandMark = "> "
  static let goingOnMark = "…> "
  static let answerMark = "< "
  static let directiveMark = "% "
  static let remarkMark = "## "
  static let fileMark = "| "

  /// One thing that happens.
  enum Step {
    /// Words between, kept as they are.
    case remark(String)
    /// Something about the desk the shell works at, with the lines of a file it writes, and how many
    /// blank lines follow.
    case directive(String, [String], blanks: Int)
    /// A command of some lines, the answers of a person, and how many blank lines follow.
    case command([String], answers: [String], blanks: Int)
  }

  /// What happens, in order.
  private(set) var steps: [(line: Int, step: Step)] = []

  /// Reads a transcript.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var index = 0
    func marked(_ mark: String) -> String? {
      index < lines.count && lines[index].hasPrefix(mark)
        ? String(lines[index].dropFirst(mark.count)) : nil
    }
    func isMarked(_ line: String) -> Bool {
      [Self.commandMark, Self.directiveMark, Self.remarkMark].contains { line.hasPrefix($0) }
    }
    while index < lines.count {
      let start = index
      if let directive = marked(Self.directiveMark) {
        index += 1
        var file: [String] = []
        while let line = marked(Self.fileMark) {
          file.append(line)
          index += 1
        }
        var blanks = 0
        while index < lines.count, !isMarked(lines[index]) {
          blanks = lines[index].isEmpty ? blanks + 1 : 0
          index += 1
        }
        steps.append((start + 1, .directive(directive, file, blanks: blanks)))
      } else if let command = marked(Self.commandMark) {
        index += 1
        var input = [command]
        while let line = marked(Self.goingOnMark) {
          input.append(line)
          index += 1
        }
        var answers: [String] = []
        var blanks = 0
        while index < lines.count, !isMarked(lines[index]) {
          if let answer = marked(Self.answerMark) { answers.append(answer) }
          blanks = lines[index].isEmpty ? blanks + 1 : 0
          index += 1
        }
        steps.append((start + 1, .command(input, answers: answers, blanks: blanks)))
      } else {
        steps.append((start + 1, .remark(lines[index])))
        index += 1
      }
    }
  }

  /// The commands, a line each.
  var commands: [String] {
    steps.flatMap { step -> [String] in
      if case .command(let lines, _, _) = step.step { lines } else { [] }
    }
  }
}
