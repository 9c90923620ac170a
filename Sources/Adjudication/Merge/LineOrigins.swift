import Standoff

/// Whose lines have come to what stands in a merged file.
struct LineOrigins: Sendable {
  private let annotators: [String]
  private let lines: [StandoffLines]
  private let stands: [(id: PackedID?, holders: [Holder])]
  private let ids: MergeIDs

  init(_ decisions: MergeDecisions, _ written: MergedLines) {
    annotators = decisions.clusters.annotators
    lines = decisions.clusters.sources.map(\.source.lines)
    stands = zip(written.standIDs, decisions.stands).map { ($0, $1.holders) }
    ids = written.ids
  }

  /// Each with its annotator and its id there.
  var sources: [AnnotatorMerge.Source] {
    stands.flatMap { stand in
      let id = stand.id.map(ids.written) ?? ""
      return stand.holders.map { holder in
        AnnotatorMerge.Source(
          id: id, annotator: annotators[holder.source],
          original: lines[holder.source].id(of: holder.row))
      }
    }
  }
}
