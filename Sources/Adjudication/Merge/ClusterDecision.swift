import Standoff

/// What becomes of each cluster: whether something stands there, with which label, on which words.
extension MergeDecisions {
  mutating func decideClusters() {
    for cluster in clusters.clusters { decide(cluster) }
  }

  private mutating func decide(_ cluster: [Int]) {
    let marks = cluster.count == 1 ? Array(clusters.variants[cluster[0]]) : []
    if marks.count == sourceCount { return stand(marks, as: marks, .agreed) }
    let ballot = clusters.labelBallot(cluster)
    switch policy.verdict(on: ballot) {
    case .stands(let answer):
      let label = ballot.answers[answer].text
      let chosen = cluster.filter { variant in
        let first = clusters.variants[variant].first
        return first.map { clusters.list.label(of: $0).utf8.elementsEqual(label.utf8) } ?? false
      }
      for variant in cluster where !chosen.contains(variant) { drop(variant) }
      bound(chosen)
    case .nothing: for variant in cluster { drop(variant) }
    case .open(let mayBeNothing):
      let kind: MergeConflict.Kind =
        ballot.answers.count > 1 ? .label : cluster.count > 1 ? .boundary : .presence
      dispute(cluster, kind, mayBeNothing: mayBeNothing)
    }
  }

  /// Settles the words of what has one label.
  private mutating func bound(_ variants: [Int]) {
    let marks = variants.flatMap { clusters.variants[$0] }.sorted { $0.source < $1.source }
    guard variants.count > 1 else { return stand(marks, as: marks, .settled) }
    if boundaries == .exact {
      let names = clusters.annotators
      let ballot = Ballot(
        .boundary,
        variants.map { variant in
          let marks = clusters.variants[variant]
          return .init("\(variant)", by: marks.map { names[Int($0.source)] })
        }, voters: marks.map { names[Int($0.source)] })
      guard case .stands(let answer) = policy.verdict(on: ballot) else {
        return dispute(variants, .boundary, mayBeNothing: false)
      }
      return stand(marks, as: Array(clusters.variants[variants[answer]]), .settled)
    }
    let readings = marks.map { clusters.list.ranges(of: $0) }
    guard let ranges = boundaries.ranges(of: readings) else {
      return dispute(variants, .boundary, mayBeNothing: false)
    }
    let models = marks.filter { clusters.list.ranges(of: $0) == ranges }
    stand(marks, as: models, .settled, on: ranges)
  }

  /// Lets every reading of a cluster stand.
  private mutating func dispute(
    _ variants: [Int], _ kind: MergeConflict.Kind, mayBeNothing: Bool
  ) {
    var readings: [(sources: [Int], lines: [OpenQuestion.Line])] = []
    let first = stands.count
    for variant in variants {
      let marks = Array(clusters.variants[variant])
      readings.append((marks.map { Int($0.source) }, [.stand(stands.count)]))
      stand(marks, as: marks, .open)
    }
    open(kind, nil, on: first, readings, among: mayBeNothing ? Array(0..<sourceCount) : [])
  }

  private mutating func stand(
    _ marks: [Mark], as models: [Mark], _ status: Stand.Status, on ranges: [TextRange]? = nil
  ) {
    guard let first = models.first ?? marks.first else { return }
    let holders = marks.map { Holder(source: Int($0.source), row: $0.row) }
    for holder in holders { numbers[holder.source][Int(holder.row)] = Int32(stands.count) }
    stands.append(
      Stand(
        kind: .textBound, holders: holders,
        models: models.map { Holder(source: Int($0.source), row: $0.row) },
        name: clusters.list.label(of: first), ranges: ranges ?? clusters.list.ranges(of: first),
        status: status))
  }

  private mutating func drop(_ variant: Int) {
    for mark in clusters.variants[variant] {
      drop(Holder(source: Int(mark.source), row: mark.row), .policy)
    }
  }
}
