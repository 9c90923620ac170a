import Standoff

/// What came of each line that annotators have, in numbers; names and ids are written out for whoever
/// asks.
struct MergeAccount: Sendable {
  /// What could not be settled, in the order of the text.
  let questions: [OpenQuestion]
  /// What does not stand, in no order.
  let dropped: [DroppedLine]

  private let annotators: [String]
  private let lines: [StandoffLines]
  private let stands: [Stand]
  private let held: [Holder]
  private let properties: [StandingProperty]
  private let readings: QuestionList
  private let standIDs: [PackedID?]
  private let propertyIDs: [PackedID?]
  private let ids: MergeIDs

  init(_ decisions: MergeDecisions, _ written: MergedLines, _ questions: [OpenQuestion]) {
    self.questions = questions
    dropped = decisions.dropped
    annotators = decisions.clusters.annotators
    lines = decisions.clusters.sources.map(\.source.lines)
    (stands, held, properties) = (decisions.stands, decisions.held, decisions.properties)
    readings = decisions.questions
    (standIDs, propertyIDs, ids) = (written.standIDs, written.propertyIDs, written.ids)
  }

  // MARK: What stands

  /// Each line that stands, with its annotator and its id there.
  var supports: [AnnotatorMerge.Support] {
    stands.indices.flatMap { number in
      let id = id(of: number)
      return held[stands[number].holders].map { holder in
        AnnotatorMerge.Support(
          id: id, annotator: annotators[holder.annotator],
          original: lines[holder.annotator].id(of: holder.row))
      }
    }
  }

  private func id(of stand: Int) -> AnnotationID { standIDs[stand].map(ids.written) ?? "" }

  // MARK: What is open

  /// The conflicts in the order of the text.
  var conflicts: [MergeConflict] {
    questions.enumerated().map { place, question in
      MergeConflict(
        kind: question.kind, group: place + 1, name: question.name, target: id(of: question.target),
        readings: question.readings.map(reading))
    }
  }

  private func reading(_ number: Int) -> MergeConflict.Reading {
    let said = readings.lines(of: number)
    return MergeConflict.Reading(
      annotators: readings.annotators(of: number).map { annotators[$0] },
      ids: said.compactMap { line in
        switch line {
        case .stand(let stand): standIDs[stand]
        case .property(let property): propertyIDs[property]
        }
      }.map(ids.written), value: value(of: said))
  }

  /// The values of attributes, or the entries of references; `nil` where there are none.
  private func value(of said: ArraySlice<OpenQuestion.Line>) -> String? {
    let values = said.compactMap { line -> String? in
      guard case .property(let property) = line,
        let holder = held[properties[property].holders].first
      else { return nil }
      let own = lines[holder.annotator]
      return own.kind(of: holder.row) == .attribute
        ? own.value(ofAttribute: holder.row) ?? Attribute.presence : own.record(holder.row).entry
    }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  // MARK: What does not stand

  /// What does not stand, by annotator and id; groups have none, and stand where `*` would be one.
  var droppedInOrder: [AnnotatorMerge.Dropped] {
    let keys = dropped.map { line in
      line.holder.map { lines[$0.annotator].packedID(of: $0.row) ?? .unusual } ?? .ofGroup
    }
    let areNumbered = keys.allSatisfy(\.isNumbered)
    return dropped.indices.sorted { one, other in
      let (a, b) = (dropped[one], dropped[other])
      guard a.annotator == b.annotator else { return a.annotator < b.annotator }
      if areNumbered {
        let (left, right) = (keys[one].bits, keys[other].bits)
        return left != right ? left < right : one < other
      }
      let (left, right) = (writtenID(a), writtenID(b))
      return left != right ? left < right : one < other
    }.map { number in
      let line = dropped[number]
      return AnnotatorMerge.Dropped(
        annotator: annotators[line.annotator], id: writtenID(line), argument: argument(line),
        reason: line.reason)
    }
  }

  /// The argument that does not stand of an event that does.
  private func argument(_ line: DroppedLine) -> String? {
    guard let holder = line.holder, let place = line.argument else { return nil }
    let mention = lines[holder.annotator].record(holder.row).mentions[place]
    return "\(mention.role):\(mention.id)"
  }

  /// The id of a line that was dropped; `*` for a group.
  private func writtenID(_ line: DroppedLine) -> AnnotationID {
    line.holder.map { lines[$0.annotator].id(of: $0.row) } ?? "*"
  }
}
