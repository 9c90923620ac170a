import Standoff

/// The lines of a merge of annotators with their ids, written one after the other.
///
/// A line keeps its id where ``KeptIDs`` says so; else it gets one made from what it says.
struct MergedLines {
  /// By number, the id of each annotation, event and relation.
  var standIDs: [PackedID?]
  /// By number, the id of each attribute, reference and note.
  var propertyIDs: [PackedID?]
  /// All ids.
  let ids: MergeIDs

  let decisions: MergeDecisions
  let lines: [StandoffLines]
  /// By annotator, whether any annotation may be of the whole article.
  private let haveScopes: [Bool]
  /// By trigger its first event.
  let firstEvents: [Int: Int]
  /// What is said of a trigger and of its event alike, which is written at the event alone; with what is
  /// said there.
  let repeated: [Int: Int]
  /// By annotator and row, whether what a line says tells what follows its id.
  let arePlain: [[Bool]]
  private var taken: PackedIDSet
  var layout: LineLayout
  /// Whether all lines are certainly spelled as the clean profile has them.
  var areSpelled = true
  /// By number, the line of each attribute, reference and note.
  var propertyLines: [Int32] = []
  /// What follows the id of the line that is being written, and of one that might be instead.
  var body: [UInt8] = []
  var other: [UInt8] = []

  init(_ decisions: MergeDecisions) {
    self.decisions = decisions
    lines = decisions.clusters.sources.map(\.source.lines)
    haveScopes = lines.map { $0.hasName(Annotation.scopeName) }
    firstEvents = decisions.firstEvents
    repeated = decisions.repeatedAtTriggers(firstEvents)
    arePlain = decisions.clusters.sources.map(\.source.columns.arePlain)
    var kept = KeptIDs(decisions)
    ids = kept.ids
    (standIDs, propertyIDs, taken) = kept.handOver()
    layout = LineLayout(
      stands: standIDs.count, properties: propertyIDs.count,
      conflicts: decisions.questions.disputedCount)
    for stand in decisions.stands.indices where decisions.stands[stand].kind == .textBound {
      write(span: stand)
    }
    for kind in [LineKind.event, .relation] { writeTies(kind) }
    propertyLines = Array(repeating: LineLayout.nothing, count: propertyIDs.count)
    writeProperties()
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
  func written(_ stand: Int) -> AnnotationID { standIDs[stand].map(ids.written) ?? "" }

  /// An id that is new, of a line that says this.
  mutating func named(_ family: UInt8, _ said: ArraySlice<UInt8>) -> PackedID {
    PackedID.stable(family, of: said) { !taken.insert($0) }
  }

  /// What stands between the tabs of what follows an id.
  static func data(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    body.dropFirst().prefix { $0 != UInt8(ascii: "\t") }
  }

  // MARK: Annotations

  private mutating func write(span stand: Int) {
    let models = decisions.stands[stand].models
    guard let first = models.first else { return write(combinedSpan: stand) }
    var model = decisions.held[first]
    if models.allSatisfy({ isPlain(decisions.held[$0]) }) {
      let id = standIDs[stand] ?? named(span: stand, Self.data(body(of: model)))
      return add(span: stand, id, copying: model, lines[model.annotator].length(of: model.row))
    }
    var body = body(of: model)
    for place in models.dropFirst() {
      let holder = decisions.held[place]
      let own = self.body(of: holder)
      // Of lines that begin alike the longer one, which quotes its words where the other does not.
      let isFirst = own.starts(with: body) || own.precedes(body) && !body.starts(with: own)
      if isFirst { (model, body) = (holder, own) }
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
  func body(of holder: Holder) -> ArraySlice<UInt8> {
    lines[holder.annotator].body(of: holder.row)
  }

  func isPlain(_ holder: Holder) -> Bool { arePlain[holder.annotator][Int(holder.row)] }

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
  mutating func note(_ model: Holder) {
    guard areSpelled else { return }
    areSpelled = lines[model.annotator].isSpelled(model.row)
  }

  /// An id that is new, of an annotation.
  private mutating func named(span stand: Int, _ data: ArraySlice<UInt8>) -> PackedID {
    let scope = scope(of: stand)
    return named(UInt8(ascii: "T"), scope.isEmpty ? data : data + scope.utf8)
  }

  /// What the id of an annotation of the whole article is made from beside its words.
  private func scope(of stand: Int) -> String {
    guard let holder = decisions.holders(of: stand).first, haveScopes[holder.annotator] else {
      return ""
    }
    let index = decisions.clusters.sources[holder.annotator]
    let records = index.lines(on: holder.row).map(index.source.lines.record)
    let isArticleLevel = records.contains {
      $0.kind == .attribute && $0.name == Annotation.scopeName
        && $0.value == Annotation.articleScope
    }
    guard isArticleLevel else { return "" }
    let entries = records.filter { $0.kind == .reference }.map { "\t" + $0.entry }
    return "\t" + Annotation.articleScope + entries.sorted().joined()
  }
}
