import Standoff

/// The lines of a merge of annotators with their ids, written one after the other.
///
/// A line keeps its id where ``KeptIDs`` says so; else it gets one made from what it says.
struct MergedLines {
  /// By number, the id of each annotation, event and relation.
  private(set) var standIDs: [PackedID?]
  /// By number, the id of each attribute, reference and note.
  private(set) var propertyIDs: [PackedID?]
  /// All ids.
  let ids: MergeIDs

  private let decisions: MergeDecisions
  private let lines: [StandoffLines]
  /// By annotator and row, whether what a line says tells what follows its id.
  private let arePlain: [[Bool]]
  private var taken: PackedIDSet
  private var layout: LineLayout
  /// Whether all lines are certainly spelled as the clean profile has them.
  private var areSpelled = true
  /// By number, the line of each attribute, reference and note.
  private var propertyLines: [Int32] = []
  /// What follows the id of the line that is being written, and of one that might be instead.
  private var body: [UInt8] = []
  private var other: [UInt8] = []

  init(_ decisions: MergeDecisions) {
    self.decisions = decisions
    lines = decisions.clusters.sources.map(\.source.lines)
    arePlain = decisions.clusters.sources.map(\.source.columns.arePlain)
    let kept = KeptIDs(decisions)
    (standIDs, propertyIDs, ids, taken) = (kept.stands, kept.properties, kept.ids, kept.taken)
    layout = LineLayout(stands: standIDs.count, lines: 2 * standIDs.count + propertyIDs.count)
    for stand in decisions.stands.indices where decisions.stands[stand].kind == .textBound {
      write(span: stand)
    }
    for kind in [LineKind.event, .relation] { writeTies(kind) }
    propertyLines = Array(repeating: LineLayout.nothing, count: propertyIDs.count)
    for property in decisions.properties.indices { write(property: property) }
    for line in groupLines() { layout.add(line.utf8) }
  }

  /// The file of all lines, in the form of the clean profile.
  ///
  /// Mostly they are known to be in it, and are not read.
  func file() -> MergedBytes {
    let article = decisions.clusters.article
    let (bytes, isCanonical) = layout.inOrder(lines, ids)
    if isCanonical, areSpelled { return MergedBytes(inForm: bytes, of: article) }
    return MergedBytes(AnnotationSet(parsing: bytes, of: article).inForm)
  }

  /// Keeps what stands before and behind an id in records of galley's own, each from its tab on; tells its
  /// number.
  mutating func keep(record head: [UInt8], _ tail: [UInt8]) -> Int {
    layout.keep(record: head, tail)
  }

  /// Adds a record that is kept to what stands.
  mutating func add(record number: Int, to stand: Int) {
    guard let target = standIDs[stand] else { return }
    let hash = layout.hash(ofRecord: number, on: target, ids)
    let id = PackedID.stable(UInt8(ascii: "#"), of: hash) { !taken.insert($0) }
    layout.add(id, record: number, on: layout.line(ofStand: stand))
  }

  /// Adds a record of galley's own to what stands, of the type that `type` begins with: a tab, its name and
  /// a space.
  mutating func add(_ record: [UInt8], of type: [UInt8], to stand: Int) {
    body.removeAll(keepingCapacity: true)
    body += type
    if let id = standIDs[stand] { ids.write(id, to: &body) }
    body.append(UInt8(ascii: "\t"))
    body += record
    let id = named(UInt8(ascii: "#"), body.dropFirst())
    layout.add(id, .note, below: layout.line(ofStand: stand), body[...])
  }

  /// The id of a line of a reading.
  func id(of line: OpenQuestion.Line) -> PackedID? {
    switch line {
    case .stand(let stand): standIDs[stand]
    case .property(let property): propertyIDs[property]
    }
  }

  /// The id of what stands, as others know it.
  private func written(_ stand: Int) -> AnnotationID { standIDs[stand].map(ids.written) ?? "" }

  /// An id that is new, of a line that says this.
  private mutating func named(_ family: UInt8, _ said: ArraySlice<UInt8>) -> PackedID {
    PackedID.stable(family, of: said) { !taken.insert($0) }
  }

  /// What stands between the tabs of what follows an id.
  private static func data(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    body.dropFirst().prefix { $0 != UInt8(ascii: "\t") }
  }

  // MARK: Annotations

  private mutating func write(span stand: Int) {
    let models = decisions.stands[stand].models
    guard let first = models.first else { return write(combinedSpan: stand) }
    var model = decisions.held[first]
    if models.allSatisfy({ isPlain(decisions.held[$0]) }) {
      let id = standIDs[stand] ?? named(span: stand, Self.data(body(of: model)))
      return add(span: stand, id, copying: model, lines[model.source].length(of: model.row))
    }
    var body = body(of: model)
    for place in models.dropFirst() {
      let holder = decisions.held[place]
      let own = self.body(of: holder)
      if own.precedes(body) { (model, body) = (holder, own) }
    }
    note(model)
    let id = standIDs[stand] ?? named(span: stand, Self.data(body))
    add(span: stand, id, copying: model, body.count)
  }

  private mutating func add(
    span stand: Int, _ id: PackedID, copying model: Holder, _ length: Int
  ) {
    standIDs[stand] = id
    let line = layout.add(id, copying: model, length: length)
    layout.set(line, ofStand: stand, at: decisions.stands[stand].extent)
  }

  /// What follows the id of a line in its file.
  private func body(of holder: Holder) -> ArraySlice<UInt8> {
    lines[holder.source].body(of: holder.row)
  }

  private func isPlain(_ holder: Holder) -> Bool { arePlain[holder.source][Int(holder.row)] }

  /// Writes an annotation on words that nobody has so.
  private mutating func write(combinedSpan stand: Int) {
    areSpelled = false
    let line = decisions.clusters.article.spanLine(
      "T0", label: decisions.name(of: stand), on: decisions.ranges(of: stand))
    let body = line.drop { $0 != UInt8(ascii: "\t") }
    let id = standIDs[stand] ?? named(span: stand, Self.data(body))
    standIDs[stand] = id
    layout.set(
      layout.add(id, .textBound, body), ofStand: stand, at: decisions.stands[stand].extent)
  }

  /// Notes how a line is spelled that stands, if with other ids in it.
  private mutating func note(_ model: Holder) {
    guard areSpelled else { return }
    areSpelled = lines[model.source].isSpelled(model.row)
  }

  /// An id that is new, of an annotation.
  private mutating func named(span stand: Int, _ data: ArraySlice<UInt8>) -> PackedID {
    let scope = scope(of: stand)
    return named(UInt8(ascii: "T"), scope.isEmpty ? data : data + scope.utf8)
  }

  /// What the id of an annotation of the whole article is made from beside its words.
  private func scope(of stand: Int) -> String {
    guard let holder = decisions.holders(of: stand).first,
      lines[holder.source].hasName(Annotation.scopeName)
    else { return "" }
    let index = decisions.clusters.sources[holder.source]
    let records = index.lines(on: holder.row).map(index.source.lines.record)
    let isArticleLevel = records.contains {
      $0.kind == .attribute && $0.name == Annotation.scopeName
        && $0.value == Annotation.articleScope
    }
    guard isArticleLevel else { return "" }
    let entries = records.filter { $0.kind == .reference }.map { "\t" + $0.entry }
    return "\t" + Annotation.articleScope + entries.sorted().joined()
  }

  // MARK: Events and relations

  /// Writes the events, or the relations, each after those that it names.
  private mutating func writeTies(_ kind: LineKind) {
    let ties = decisions.stands.indices.filter { decisions.stands[$0].kind == kind }
    let family = UInt8(ascii: kind == .event ? "E" : "R")
    // Mostly none of them names another.
    let isFlat = ties.allSatisfy { tie in
      decisions.ends(of: tie).allSatisfy { standIDs[$0.stand] != nil }
    }
    if !isFlat { name(ties, family) }
    for stand in ties {
      compose(tie: stand)
      let id = standIDs[stand] ?? named(family, Self.data(body[...]))
      standIDs[stand] = id
      let ends = decisions.ends(of: stand)
      let above: Int32
      if kind == .event {
        above = ends.first.map { layout.line(ofStand: $0.stand) } ?? LineLayout.nothing
      } else {
        let stands = decisions.stands
        above = layout.later(ends.lazy.map(\.stand)) { stands[$0].extent }
      }
      layout.set(layout.add(id, kind, below: above, body[...]), ofStand: stand, at: nil)
    }
  }

  /// Gives ids to events or relations that have none, to each after those that it names.
  private mutating func name(_ ties: [Int], _ family: UInt8) {
    var rounds = Rounds(of: ties) { tie in
      decisions.ends(of: tie).map(\.stand).filter { standIDs[$0] == nil }
    }
    while let ready = rounds.next() {
      for stand in ready where standIDs[stand] == nil {
        compose(tie: stand)
        standIDs[stand] = named(family, Self.data(body[...]))
      }
    }
  }

  /// Makes what follows the id of an event or relation, with the ids of what it names.
  private mutating func compose(tie stand: Int) {
    let isRelation = decisions.stands[stand].kind == .relation
    if isRelation, decisions.models(of: stand).allSatisfy({ isPlain($0) }) {
      return compose(plainRelation: stand)
    }
    let count = decisions.stands[stand].ends.count
    var model: Holder?
    var last: ArraySlice<UInt8>?
    for holder in decisions.models(of: stand)
    where lines[holder.source].mentionCount(of: holder.row) == count {
      if isRelation {
        // What says the same of the same comes to the same.
        let own = self.body(of: holder)
        if let last, own.isSame(as: last) { continue }
        last = own
      }
      other.removeAll(keepingCapacity: true)
      writeBody(of: holder)
      if model == nil || other[...].precedes(body[...]) {
        swap(&body, &other)
        model = holder
      }
    }
    if let model { return note(model) }
    areSpelled = false
    let line = combined(stand).content
    body = Array(line.drop { $0 != UInt8(ascii: "\t") })
  }

  /// Makes what follows the id of a relation that all have in the form of the clean profile.
  private mutating func compose(plainRelation stand: Int) {
    body.removeAll(keepingCapacity: true)
    body.append(UInt8(ascii: "\t"))
    body += decisions.clusters.list.labels[Int(decisions.stands[stand].name)].utf8
    for end in decisions.ends(of: stand) {
      body.append(UInt8(ascii: " "))
      body += decisions.clusters.list.role(at: end.role).utf8
      body.append(UInt8(ascii: ":"))
      if let id = standIDs[end.stand] { ids.write(id, to: &body) }
    }
  }

  /// Puts what follows the id of a line into ``other``, with the ids of what it names.
  private mutating func writeBody(of holder: Holder) {
    let own = lines[holder.source]
    // No more than is looked at, for each copy counts its references.
    let (standIDs, numbers, ids) = (standIDs, decisions.numbers, ids)
    own.writeBody(of: holder.row, to: &other) { mention, bytes in
      guard let target = own.target(of: holder.row, mention) else { return false }
      let number = numbers[Holder(source: holder.source, row: target)]
      guard number >= 0 else { return false }
      if let id = standIDs[Int(number)] { ids.write(id, to: &bytes) }
      return true
    }
  }

  private func combined(_ stand: Int) -> StandoffRecord {
    var seen: [UInt32: Int] = [:]
    let mentions = decisions.ends(of: stand).map { end in
      let role = decisions.role(at: end.role)
      let count = seen[end.role, default: 0] + 1
      seen[end.role] = count
      return (role: count > 1 ? "\(role)\(count)" : role, id: written(end.stand))
    }
    let (kind, name) = (decisions.stands[stand].kind, decisions.name(of: stand))
    let like = decisions.holders(of: stand).first.map(decisions.record)
    let blank = StandoffRecord(
      kind: kind, id: kind == .event ? "E0" : "R0", name: name, mentions: mentions)
    return (like ?? blank).combined(name: name, mentions: mentions)
  }

  // MARK: Groups

  /// The lines of the groups, each with its members as somebody has them; else by their ids.
  private func groupLines() -> [String] {
    guard !decisions.groups.isEmpty else { return [] }
    // By members and name, how the annotators have them.
    var own: [[Int]: [Spelling: [[AnnotationID]]]] = [:]
    for (source, index) in decisions.clusters.sources.enumerated() {
      for group in index.source.groups {
        let members = group.members.compactMap { decisions.number(source, $0) }
        own[members.sorted(), default: [:]][Spelling(group.name), default: []]
          .append(members.map(written))
      }
    }
    return decisions.groups.map { group in
      let first = own[group.members]?[Spelling(group.name)]?
        .min { $0.lexicographicallyPrecedes($1) }
      let ids = (first ?? group.members.map(written).sorted()).map(\.description)
      return "*\t\(group.name) \(ids.joined(separator: " "))"
    }
  }

  // MARK: Attributes, references, notes

  private mutating func write(property number: Int) {
    let owner: PackedID?
    let place: Int32
    switch decisions.properties[number].owner {
    case .stand(let stand): (owner, place) = (standIDs[stand], layout.line(ofStand: stand))
    case .property(let property):
      (owner, place) = (propertyIDs[property], propertyLines[property])
    }
    let holders = decisions.holders(ofProperty: number)
    if let first = holders.first, kind(of: first) == .attribute, let owner,
      holders.allSatisfy({ isPlain($0) })
    {
      let id = compose(plainAttribute: first, of: owner, as: propertyIDs[number])
      propertyIDs[number] = id
      propertyLines[number] = layout.add(id, .attribute, below: place, body[...])
      return
    }
    var model: Holder?
    var last: ArraySlice<UInt8>?
    for holder in holders {
      let own = self.body(of: holder)
      if let last, own.isSame(as: last) { continue }
      last = own
      other.removeAll(keepingCapacity: true)
      let ids = ids
      lines[holder.source].writeBody(of: holder.row, to: &other) { _, bytes in
        if let owner { ids.write(owner, to: &bytes) }
        return true
      }
      if model == nil || other[...].precedes(body[...]) {
        swap(&body, &other)
        model = holder
      }
    }
    guard let model else { return }
    note(model)
    let id: PackedID
    if let own = propertyIDs[number] {
      id = own
    } else {
      id = named(property: model, of: owner)
      propertyIDs[number] = id
    }
    let kind = lines[model.source].kind(of: model.row)
    propertyLines[number] = layout.add(id, kind, below: place, body[...])
  }

  private func kind(of holder: Holder) -> LineKind {
    decisions.clusters.sources[holder.source].source.columns.kinds[Int(holder.row)]
  }

  /// Makes what follows the id of an attribute that all have in the form of the clean profile; tells that
  /// id, which is a new one where it keeps none.
  private mutating func compose(
    plainAttribute holder: Holder, of owner: PackedID, as kept: PackedID?
  ) -> PackedID {
    body.removeAll(keepingCapacity: true)
    body.append(UInt8(ascii: "\t"))
    body += decisions.clusters.list.labels[Int(decisions.nameRank(of: holder))].utf8
    body.append(UInt8(ascii: " "))
    ids.write(owner, to: &body)
    // One attribute of a name is like another, whatever its value.
    let id = kept ?? named(UInt8(ascii: "A"), body.dropFirst())
    decisions.sayings.writeValue(of: decisions.sayings[holder], to: &body)
    return id
  }

  /// An id that is new, of an attribute, reference or note.
  private mutating func named(property model: Holder, of owner: PackedID?) -> PackedID {
    let own = lines[model.source]
    switch own.kind(of: model.row) {
    case .note:
      let note = decisions.record(model)
      if note.ownText.utf8.count != (note.value ?? "").utf8.count {
        // Its text is read as galley's own from now on.
        areSpelled = false
        let target = owner.map { ids.written($0).description } ?? ""
        body = Array("\t\(note.name) \(target)\t\(note.ownText)".utf8)
      }
      return named(UInt8(ascii: "#"), body.dropFirst())
    case .attribute:
      // One attribute of a name is like another, whatever its value.
      let space = UInt8(ascii: " ")
      let words = Self.data(body[...]).split(separator: space, maxSplits: 2)
      let said = words.prefix(2).joined(separator: [space])
      return named(own.family(of: model.row), ArraySlice(said))
    default: return named(own.family(of: model.row), Self.data(body[...]))
    }
  }
}
