package import Standoff

/// The talk of a review: shows an item, waits for a key, does what it means, goes on to the next.
///
/// Every key that changes something is an act of its own, on the disk before the next question, so
/// that what was answered outlives the process.
package struct ReviewConversation {
  private let subject: any ReviewSubject
  private let interlocutor: any Interlocutor
  private var queue: ReviewQueue

  /// Prepares to ask `interlocutor` about `subject`.
  package init(_ subject: any ReviewSubject, with interlocutor: any Interlocutor) {
    self.subject = subject
    self.interlocutor = interlocutor
    queue = ReviewQueue(count: subject.count)
  }

  /// Asks until all is decided or the person leaves, and says what came of it.
  ///
  /// - Throws: where an item cannot be looked up; what a key cannot do is told, and asked again.
  package mutating func run(
    in workspace: inout Workspace
  ) throws(DiagnosticError) -> Report {
    while let item = queue.current {
      guard let question = try subject.question(about: item, in: workspace) else {
        queue.pass()
        continue
      }
      show(question, item, in: workspace)
      guard answer(question, item, in: &workspace) else { break }
    }
    return ending
  }

  // MARK: One item

  private func show(_ question: ReviewQuestion, _ item: Int, in workspace: Workspace) {
    var heading = StyledText("\(item + 1) of \(subject.count)  ", .strong)
    heading.append(question.heading)
    let columns = workspace.columns
    let context =
      question.context.width == 0 ? [] : question.context.wrapped(to: columns - 2, indent: 0)
    let details = question.details.flatMap { $0.wrapped(to: columns - 2, indent: 4) }
    interlocutor.show(
      [StyledText()] + heading.wrapped(to: columns) + (context + details).map(\.indented),
      in: workspace)
  }

  /// Waits for a key that settles the item, changes it or takes something back; false leaves.
  private mutating func answer(
    _ question: ReviewQuestion, _ item: Int, in workspace: inout Workspace
  ) -> Bool {
    let keys = question.keys + ReviewKey.common(putsSkippedLast: subject.putsSkippedLast)
    let letters = keys.map { String($0.key) } + ["?"]
    let prompt = "\(question.question) [\(letters.joined(separator: ","))] "
    while let typed = interlocutor.key(prompt) {
      let key = typed.lowercased().first ?? "?"
      do throws(DiagnosticError) {
        switch key {
        case "q": return false
        case "s":
          if subject.putsSkippedLast { queue.putLast() } else { queue.note("skipped", acts: 0) }
          return true
        case "u":
          if try takeBack(in: &workspace) { return true }
        case _ where question.keys.contains { $0.key == key }:
          let before = try workspace.current.mark.count
          if let answer = try subject.answer(key, about: item, in: &workspace) {
            let acts = try workspace.current.mark.count - before
            queue.note(
              answer.verdict, times: answer.times, acts: max(0, acts), settled: answer.settled)
            tell(answer.report, in: workspace)
            return true
          }
        default:
          interlocutor.show(ReviewKey.lines(of: keys, columns: workspace.columns), in: workspace)
        }
      } catch {
        workspace.tell(interlocutor, error.diagnostic)
      }
    }
    return false
  }

  /// Takes the last key back; whether there was one.
  private mutating func takeBack(in workspace: inout Workspace) throws(DiagnosticError) -> Bool {
    var before = queue
    guard let step = before.takeBack() else {
      interlocutor.show([StyledText("nothing was answered yet", .faint)], in: workspace)
      return false
    }
    if step.acts > 0 { tell(try workspace.stepBack(step.acts), in: workspace) }
    queue = before
    return true
  }

  private func tell(_ report: Report, in workspace: Workspace) {
    let echoes = report.items.compactMap { item -> StyledText? in
      if case .echo(let line) = item { line } else { nil }
    }
    let lines = (echoes + report.remarks).flatMap { $0.wrapped(to: workspace.columns) }
    if !lines.isEmpty { interlocutor.show(lines, in: workspace) }
  }

  // MARK: The end

  private var ending: Report {
    var parts = queue.tally.map { "\($0.count) \($0.verdict)" }
    if queue.left > 0 { parts.append("\(queue.left) left") }
    var text = parts.isEmpty ? "there is nothing to decide" : parts.joined(separator: ", ")
    if queue.acts > 0 {
      let steps = queue.acts == 1 ? "undo" : "undo \(queue.acts)"
      text += "; `\(steps)` takes it all back"
    }
    var report = Report(echo: StyledText(text, .faint))
    report.members =
      queue.tally.map { ($0.verdict.replacing(" ", with: "_"), .integer($0.count)) } + [
        ("left", .integer(queue.left))
      ]
    return report
  }
}
