/// Runs scripts through an interpreter and says how it went: `-c`, `-f` and standard input.
package struct ScriptRunner {
  /// One script.
  package struct Script: Sendable {
    /// What errors call it: a path, `stdin`, `-c 1`.
    package var name: String
    /// Its commands.
    package var text: String
    /// Where it stands on the disk, if it is a file.
    package var path: String?

    /// Creates a script.
    package init(name: String, text: String, path: String? = nil) {
      self.name = name
      self.text = text
      self.path = path
    }
  }

  /// How a run ended.
  package struct Ending: Sendable, Hashable {
    /// How many commands could not be carried out.
    package var failures = 0
    /// Whether a command found something.
    package var hasFindings = false
    /// Whether a command asked to leave, and how.
    package var leave: Report.Leave?
  }

  /// The interpreter, with what is open.
  package var interpreter: Interpreter
  /// Whether a failing command does not stop the run.
  package var keepsGoing: Bool

  /// Creates a runner.
  package init(interpreter: Interpreter, keepsGoing: Bool = false) {
    self.interpreter = interpreter
    self.keepsGoing = keepsGoing
  }

  /// Runs scripts in order, up to the first failure or `quit`.
  ///
  /// - Parameter emit: gets each command's outcome as soon as it is there.
  package mutating func run(
    _ scripts: [Script], emit: (Interpreter.Outcome, Workspace) -> Void
  ) -> Ending {
    var ending = Ending()
    for script in scripts {
      interpreter.begin(scriptAt: script.path)
      var reader = interpreter.reader(of: script.text, source: script.name)
      while let outcome = interpreter.next(of: &reader) {
        emit(outcome, interpreter.workspace)
        switch outcome {
        case .done(_, let report):
          ending.hasFindings = ending.hasFindings || report.hasFindings
          ending.leave = report.leave
          if report.leave != nil { return ending }
        case .failed:
          ending.failures += 1
          if !keepsGoing { return ending }
        }
      }
    }
    return ending
  }
}
