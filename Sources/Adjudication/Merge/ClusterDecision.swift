import Standoff

/// What becomes of each cluster: whether something stands there, with which label, on which words.
extension MergeDecisions {
  mutating func decideClusters() {
    for cluster in 0..<clusters.clusters.count { decide(clusters.clusters[cluster]) }
  }

  private mutating func decide(_ cluster: ArraySlice<Int>) {
    if cluster.count == 1 {
      let marks = clusters.variants[cluster[cluster.startIndex]]
      if marks.count == sourceCount { return stand(marks, .agreed) }
    }
    let labels = labels(of: cluster)
    var division = Division(of: .label, among: sourceCount)
    for label in labels { division.add(sources(in: cluster, saying: label)) }
    let verdict = verdicts.verdict(division) { clusters.labelBallot(cluster) }
    switch verdict {
    case .stands(let answer):
      let chosen = cluster.filter { label(of: $0) == labels[answer] }
      for variant in cluster where label(of: variant) != labels[answer] { drop(variant) }
      bound(chosen)
    case .nothing: for variant in cluster { drop(variant) }
    case .open(let mayBeNothing):
      let kind: MergeConflict.Kind =
        labels.count > 1 ? .label : cluster.count > 1 ? .boundary : .presence
      dispute(cluster, kind, mayBeNothing: mayBeNothing)
    }
  }

  /// The rank of the label of a variant.
  private func label(of variant: Int) -> UInt32 {
    clusters.variants.marks[clusters.variants.starts[variant]].label
  }

  /// Who says in a cluster that a label is there.
  private func sources(in cluster: ArraySlice<Int>, saying label: UInt32) -> [Int] {
    var sources: [Int] = []
    for variant in cluster where self.label(of: variant) == label {
      for mark in clusters.variants[variant] { sources.append(Int(mark.source)) }
    }
    return sources
  }

  /// The labels in a cluster by rank, each once.
  private func labels(of cluster: ArraySlice<Int>) -> [UInt32] {
    var labels: [UInt32] = []
    for variant in cluster {
      let label = label(of: variant)
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.count > 1 ? labels.sorted() : labels
  }

  /// Settles the words of what has one label.
  private mutating func bound(_ variants: [Int]) {
    guard variants.count > 1 else { return stand(clusters.variants[variants[0]], .settled) }
    let marks = variants.flatMap { clusters.variants[$0] }.sorted { $0.source < $1.source }
    if boundaries == .exact {
      var division = Division(of: .boundary, among: marks.map { Int($0.source) })
      for variant in variants {
        division.add(clusters.variants[variant].lazy.map { Int($0.source) })
      }
      let verdict = verdicts.verdict(division) { boundaryBallot(variants, marks) }
      guard case .stands(let answer) = verdict else {
        return dispute(variants, .boundary, mayBeNothing: false)
      }
      return stand(marks[...], as: clusters.variants[variants[answer]], .settled)
    }
    let readings = marks.map { clusters.list.ranges(of: $0) }
    guard let ranges = boundaries.ranges(of: readings) else {
      return dispute(variants, .boundary, mayBeNothing: false)
    }
    let models = marks.filter { clusters.list.ranges(of: $0) == ranges }
    stand(marks[...], as: models[...], .settled, on: ranges)
  }

  private func boundaryBallot(_ variants: [Int], _ marks: [Mark]) -> Ballot {
    let names = clusters.annotators
    return Ballot(
      .boundary,
      variants.map { variant in
        .init("\(variant)", by: clusters.variants[variant].map { names[Int($0.source)] })
      }, voters: marks.map { names[Int($0.source)] })
  }

  /// Lets every reading of a cluster stand.
  private mutating func dispute(
    _ variants: some Sequence<Int>, _ kind: MergeConflict.Kind, mayBeNothing: Bool
  ) {
    var readings: [(sources: [Int], lines: [OpenQuestion.Line])] = []
    let first = stands.count
    for variant in variants {
      let marks = clusters.variants[variant]
      readings.append((marks.map { Int($0.source) }, [.stand(stands.count)]))
      stand(marks, .open)
    }
    open(kind, nil, on: first, readings, among: mayBeNothing ? Array(0..<sourceCount) : [])
  }

  /// Lets something stand as `models` have it, where they are not all whose it is.
  private mutating func stand(
    _ marks: ArraySlice<Mark>, as models: ArraySlice<Mark>? = nil, _ status: Stand.Status,
    on ranges: [TextRange]? = nil
  ) {
    guard let first = models?.first ?? marks.first else { return }
    let holders = marks.map { Holder(source: Int($0.source), row: $0.row) }
    for holder in holders { numbers[holder.source][Int(holder.row)] = Int32(stands.count) }
    var stand = Stand(
      kind: .textBound, holders: holders,
      models: models?.map { Holder(source: Int($0.source), row: $0.row) } ?? holders,
      name: clusters.list.label(of: first), status: status)
    if let ranges, let lower = ranges.first?.lower, let upper = ranges.last?.upper {
      stand.extent = TextRange(lower, upper)
      if ranges.count > 1 { stand.pieces = ranges }
    } else {
      stand.extent = TextRange(Int(first.lower), Int(first.upper))
      if first.pieces != 0 { stand.pieces = clusters.list.ranges(of: first) }
    }
    stands.append(stand)
  }

  private mutating func drop(_ variant: Int) {
    for mark in clusters.variants[variant] {
      drop(Holder(source: Int(mark.source), row: mark.row), .policy)
    }
  }
}
