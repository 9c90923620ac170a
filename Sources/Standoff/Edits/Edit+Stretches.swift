extension Edit {
  /// The stretches of the article that the edit is about: those of annotations whose lines it takes
  /// out or puts in, and those of annotations whose attributes, relations, references or notes it
  /// does.
  ///
  /// A relation counts where it starts; annotations of the whole article do not count. Takes time
  /// with the lines of the edit.
  ///
  /// - Parameter set: the annotations before or after the edit.
  package func stretches(in set: AnnotationSet) -> [TextRange] {
    var stretches: [(owner: [UInt8], range: TextRange)] = []
    var articleLevel: Set<[UInt8]> = []
    var fields = StandoffLine()
    for line in hunks.lazy.flatMap({ $0.removed + $0.added }) {
      fields.read(line.span, line.indices, isUTF8: false)
      let id = Array(line[fields.id])
      switch fields.kind {
      case .textBound, .discontinuous:
        let pieces = fields.kind == .textBound ? [fields.piece] : fields.pieces
        stretches += pieces.map { (id, TextRange(Int($0.start), Int($0.end))) }
      case .malformed: break
      default:
        guard let owner = fields.mentions.first.map({ Array(line[$0.target]) }) else { continue }
        if fields.kind == .attribute, line[fields.name].elementsEqual(Annotation.scopeName.utf8) {
          articleLevel.insert(owner)
        }
        let annotation = set[AnnotationID(String(decoding: owner, as: UTF8.self))]
        stretches += annotation?.ranges.map { (owner, $0) } ?? []
      }
    }
    return stretches.filter { stretch in
      !articleLevel.contains(stretch.owner)
        && set[AnnotationID(String(decoding: stretch.owner, as: UTF8.self))]?.isArticleLevel != true
    }.map(\.range)
  }
}
