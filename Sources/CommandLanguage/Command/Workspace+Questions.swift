package import Standoff

/// The questions that commands ask.
extension Workspace {
  /// The columns that lines for people may take.
  package var columns: Int { settings.columns ?? interlocutor?.columns ?? 80 }

  /// What a bulk act takes of `items`: at a prompt what a person says to a numbered list of them, and
  /// where nobody can be asked, or there is nothing to choose, what is ticked.
  ///
  /// - Parameter question: what to ask, given how many are ticked.
  /// - Returns: `nil` where the person takes none.
  package func choose(
    from items: [BulkItem], asking question: (_ ticked: Int) -> String
  ) throws(DiagnosticError) -> BulkChoice? {
    let ticked = items.indices.filter { items[$0].state == .ticked }
    let isOpen = items.contains { if case .settled = $0.state { false } else { true } }
    guard let interlocutor, items.count > 1, isOpen else { return BulkChoice(ticked, of: items) }
    // Nobody is asked about what is refused in the end.
    if let session, session.articleIsOther { throw session.refusalOnOtherArticle() }
    let article = try article
    let hits = items.enumerated().map { index, item in
      Hit(
        SpanHit(item.ranges, number: index + 1, in: article), isTicked: item.state == .ticked,
        remark: item.why, handle: item.handle)
    }
    let lines = lines(of: hits)
    interlocutor.show(lines, in: self)
    while let answer = ask(interlocutor, question(ticked.count), BulkAnswer.choices) {
      if answer.trimmingBlanks == "?" {
        // A long list was shown in a pager, which leaves nothing on the screen.
        interlocutor.show(
          lines + StyledText(BulkAnswer.explanation).wrapped(to: columns), in: self)
        continue
      }
      do throws(DiagnosticError) {
        let numbers = try BulkAnswer(answer, to: hits).numbers
        return numbers.isEmpty ? nil : BulkChoice(numbers.sorted().map { $0 - 1 }, of: items)
      } catch {
        tell(interlocutor, error.diagnostic)
      }
    }
    return nil
  }

  /// What a bulk act on annotations takes: those that references name one by one, and of those that
  /// a query finds what a person leaves.
  ///
  /// - Parameters:
  ///   - verb: what is done to them, as in "remove".
  ///   - state: whether one that a query finds is ticked.
  /// - Returns: `nil` where the person takes none.
  package func choose(
    _ ids: [AnnotationID], of references: [ReferenceExpression], asking verb: String,
    _ state: (AnnotationID) throws(DiagnosticError) -> BulkItem.State = { _ in .ticked }
  ) throws(DiagnosticError) -> (ids: [AnnotationID], remarks: [StyledText])? {
    guard references.contains(where: \.isQuery) else { return (ids, []) }
    let set = try annotations
    var items: [BulkItem] = []
    for id in ids {
      let annotation = set[id]
      let ranges = annotation?.isArticleLevel == false ? annotation?.ranges : nil
      items.append(
        BulkItem(ranges: ranges ?? [], handle: handle(of: id), state: try state(id)))
    }
    let choice = try choose(from: items) { ticked in
      "\(verb) \(ticked == items.count ? "" : "\(ticked) of ")\(items.count) annotations?"
    }
    return choice.map { ($0.taken.map { ids[$0] }, $0.remarks) }
  }

  /// The one of some places that a person picks by its number; `nil` where it is none.
  package func pick(from hits: [Hit], question: String) -> Hit? {
    guard let interlocutor else { return nil }
    let heading = StyledText(question).wrapped(to: columns)
    interlocutor.show(heading + lines(of: hits), in: self)
    while let answer = ask(interlocutor, "which one?", "1-\(hits.count), Enter for none") {
      let typed = answer.trimmingBlanks
      if typed.isEmpty { return nil }
      if let number = Int(typed), let hit = hits.first(where: { $0.number == number }) {
        return hit
      }
      tell(
        interlocutor,
        Diagnostic(
          .badAnswer,
          "“\(typed)” is none of these: type a number from 1 to \(hits.count), or Enter alone"))
    }
    return nil
  }

  private func lines(of hits: [Hit]) -> [StyledText] {
    hits.flatMap { HitLine($0, columns: columns).text.wrapped(to: columns) }
  }

  /// Asks for a line; a question too long for its row stands on rows of its own.
  private func ask(
    _ interlocutor: any Interlocutor, _ question: String, _ answers: String
  ) -> String? {
    let line = "\(question) [\(answers)] "
    guard DisplayWidth.of(line) > columns - 8 else { return interlocutor.line(line) }
    interlocutor.show(StyledText(question).wrapped(to: columns), in: self)
    return interlocutor.line("[\(answers)] ")
  }

  /// Asks for a line and hands it to `act`, again as long as that throws, which the person is shown;
  /// `nil` where nothing is typed, or `act` gives `nil`.
  mutating func ask<Answer>(
    _ question: String,
    andThen act: (String, inout Workspace) throws(DiagnosticError) -> Answer?
  ) -> Answer? {
    while let interlocutor, let typed = interlocutor.line(question), !typed.trimmingBlanks.isEmpty {
      do throws(DiagnosticError) {
        return try act(typed, &self)
      } catch {
        tell(interlocutor, error.diagnostic)
      }
    }
    return nil
  }

  /// Shows an error in the middle of a command.
  func tell(_ interlocutor: any Interlocutor, _ diagnostic: Diagnostic) {
    interlocutor.show(DiagnosticText(diagnostic, columns: columns).lines, in: self)
  }
}

extension ReferenceExpression {
  /// Whether it names whatever meets a query, so that what is done to it is a bulk act.
  package var isQuery: Bool { if case .matching = form { true } else { false } }
}
