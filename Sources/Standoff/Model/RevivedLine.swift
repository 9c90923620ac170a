extension AnnotationSet {
  /// How many lines are not used because an earlier one has their id.
  package var takenIDCount: Int { store.problems.values.count { $0.kind == .duplicateID } }

  /// The first line that is not used here because an earlier one has its id, and that another state of the
  /// file uses; `nil` where there is none.
  ///
  /// Whoever takes the earlier line away, or puts it behind the other, brings that one to life, and what
  /// names the id means something else then.
  ///
  /// - Parameters:
  ///   - after: the other state.
  ///   - others: states that may have put the line to use on purpose.
  package func revivedLine(
    in after: AnnotationSet, butWhereUsedIn others: [AnnotationSet] = []
  ) -> Diagnostic? {
    guard takenIDCount > 0 else { return nil }
    var waiting = after.contents { $0.problems[$1]?.kind == .duplicateID }
    let used = after.contents { $0.isUsed($1) }
    var known: Set<[UInt8]>?
    for (number, row) in store.order.enumerated() {
      guard let problem = store.problems[row], problem.kind == .duplicateID else { continue }
      let content = store.content(of: row)
      if let count = waiting[content], count > 0 {
        waiting[content] = count - 1
        continue
      }
      guard used[content] != nil else { continue }
      let usedBefore = known ?? Set(others.flatMap { $0.contents { $0.isUsed($1) }.keys })
      known = usedBefore
      if usedBefore.contains(content) { continue }
      return problem.diagnostic(
        number: number + 1, line: store.bytes(of: row), id: store.id(of: row).description)
    }
    return nil
  }

  /// How often lines of a kind say what they say.
  private func contents(where isSuch: (LineStore, UInt32) -> Bool) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for row in store.order where isSuch(store, row) {
      counts[store.content(of: row), default: 0] += 1
    }
    return counts
  }
}
