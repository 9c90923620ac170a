import Standoff

/// What becomes of each cluster: whether something stands there, with which label, on which words.
extension MergeDecisions {
  mutating func decideClusters() {
    for cluster in 0..<clusters.clusters.count { decide(clusters.clusters[cluster]) }
  }

  private mutating func decide(_ cluster: ArraySlice<Int>) {
    if cluster.count == 1, let variant = cluster.first,
      clusters.variants.range(of: variant).count == annotatorCount
    {
      stand(variant, .agreed)
      return
    }
    if cluster.count == 1, let variant = cluster.first { return decide(lone: variant) }
    let labels = labels(of: cluster)
    var division = Division(of: .label, among: annotatorCount)
    for label in labels {
      var voices = Division.Voices()
      for variant in cluster where self.label(of: variant) == label { add(variant, to: &voices) }
      division.add(voices)
    }
    let verdict =
      verdicts.known(division) ?? verdicts.verdict(on: clusters.labelBallot(cluster), division)
    switch verdict {
    case .stands(let answer):
      for variant in cluster where label(of: variant) != labels[answer] { drop(variant) }
      bound(labels.count == 1 ? cluster : cluster.filter { label(of: $0) == labels[answer] }[...])
    case .nothing: for variant in cluster { drop(variant) }
    case .open(let mayBeNothing):
      let kind: MergeConflict.Kind =
        labels.count > 1 ? .label : cluster.count > 1 ? .boundary : .presence
      dispute(cluster, kind, mayBeNothing: mayBeNothing)
    }
  }

  /// Decides about what some have and nobody has otherwise.
  private mutating func decide(lone variant: Int) {
    var division = Division(of: .label, among: annotatorCount)
    var voices = Division.Voices()
    add(variant, to: &voices)
    division.add(voices)
    let verdict =
      verdicts.known(division) ?? verdicts.verdict(on: clusters.labelBallot([variant]), division)
    switch verdict {
    case .stands: stand(variant, .settled)
    case .nothing: drop(variant)
    case .open(let mayBeNothing): dispute([variant], .presence, mayBeNothing: mayBeNothing)
    }
  }

  /// The rank of the label of a variant.
  private func label(of variant: Int) -> UInt32 {
    clusters.variants.marks[clusters.variants.starts[variant]].label
  }

  /// Counts those who have a variant among those who give an answer.
  private func add(_ variant: Int, to voices: inout Division.Voices) {
    for place in clusters.variants.range(of: variant) {
      voices.add(Int(clusters.variants.marks[place].annotator))
    }
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
  private mutating func bound(_ variants: ArraySlice<Int>) {
    guard variants.count > 1 else {
      for variant in variants { stand(variant, .settled) }
      return
    }
    let marks = variants.flatMap { clusters.variants[$0] }.sorted { $0.annotator < $1.annotator }
    if boundaries == .exact {
      var division = Division(of: .boundary, among: marks.map { Int($0.annotator) })
      for variant in variants {
        var voices = Division.Voices()
        add(variant, to: &voices)
        division.add(voices)
      }
      let verdict =
        verdicts.known(division) ?? verdicts.verdict(on: boundaryBallot(variants, marks), division)
      switch verdict {
      case .stands(let answer):
        let models = clusters.variants[variants[variants.startIndex + answer]]
        guard let model = models.first else { return }
        stand(marks, as: models, from: model.extent, on: clusters.list.ranges(of: model))
      case .nothing: for variant in variants { drop(variant) }
      case .open: dispute(variants, .boundary, mayBeNothing: false)
      }
      return
    }
    let readings = marks.map { clusters.list.ranges(of: $0) }
    guard let ranges = boundaries.ranges(of: readings) else {
      return dispute(variants, .boundary, mayBeNothing: false)
    }
    guard let lower = ranges.first?.lower, let upper = ranges.last?.upper else { return }
    let models = marks.filter { clusters.list.ranges(of: $0) == ranges }
    stand(marks, as: models[...], from: TextRange(lower, upper), on: ranges)
  }

  private func boundaryBallot(_ variants: ArraySlice<Int>, _ marks: [Mark]) -> Ballot {
    let names = clusters.annotators
    return Ballot(
      .boundary,
      variants.map { variant in
        .init("\(variant)", by: clusters.variants[variant].map { names[Int($0.annotator)] })
      }, voters: marks.map { names[Int($0.annotator)] })
  }

  /// Lets every reading of a cluster stand.
  private mutating func dispute(
    _ variants: ArraySlice<Int>, _ kind: MergeConflict.Kind, mayBeNothing: Bool
  ) {
    let first = stands.count
    for variant in variants {
      let number = stand(variant, .open)
      note(number, asReadingWith: first)
      questions.read(
        clusters.variants[variant].lazy.map { Int($0.annotator) }, CollectionOfOne(.stand(number)))
    }
    open(kind, nil, on: first, among: 0..<(mayBeNothing ? annotatorCount : 0))
  }

  /// Lets a variant stand as it is.
  @discardableResult
  private mutating func stand(_ variant: Int, _ status: Stand.Status) -> Int {
    let first = clusters.variants.marks[clusters.variants.starts[variant]]
    let holders = hold(clusters.variants[variant].lazy.map(\.holder))
    return add(
      Stand(
        kind: .textBound, status: status, name: first.label, holders: holders, models: holders,
        extent: first.extent),
      on: first.pieces == 0 ? [] : clusters.list.ranges(of: first))
  }

  /// Lets something stand, settled, as `models` have it of all whose it is.
  private mutating func stand(
    _ marks: [Mark], as models: ArraySlice<Mark>, from extent: TextRange, on ranges: [TextRange]
  ) {
    let holders = hold(marks.lazy.map(\.holder))
    add(
      Stand(
        kind: .textBound, status: .settled, name: marks.first?.label ?? 0, holders: holders,
        models: hold(models.lazy.map(\.holder)), extent: extent), on: ranges)
  }

  private mutating func drop(_ variant: Int) {
    for place in clusters.variants.range(of: variant) {
      drop(clusters.variants.marks[place].holder, .policy)
    }
  }
}

extension Mark {
  /// The line that it is.
  fileprivate var holder: Holder { Holder(annotator: Int(annotator), row: row) }

  /// From its first to its last code point.
  fileprivate var extent: TextRange { TextRange(Int(lower), Int(upper)) }
}
