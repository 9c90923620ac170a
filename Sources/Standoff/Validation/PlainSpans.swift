/// The annotations about whose words no rule has anything to say, by what was found when the file was
/// read, and by what the schema wants of the edges of a label's spans.
struct PlainSpans {
  private let words: QuotedWords
  /// By the index of its name, whether marks are trimmed from the spans of a label; empty where they
  /// are from none.
  private let trimsMarks: [Bool]

  /// Creates the set of no annotation.
  init() {
    words = QuotedWords()
    trimsMarks = []
  }

  /// Prepares for a file.
  init(in set: AnnotationSet, _ schema: SchemaFacts) {
    words = set.store.words
    let trimsMarks = schema.allTraits.map(\.trimsMarks)
    self.trimsMarks = trimsMarks.contains(true) ? trimsMarks : []
  }

  /// Whether the line in a row quotes the very words at its place, and nothing else; the words hold
  /// nothing at which any program ends a line.
  @inline(__always)
  func fits(_ row: UInt32) -> Bool { words[row].contains(.fitting) }

  /// Whether the annotation in a row, one of ``fits(_:)``, begins and ends between two characters with
  /// neither blanks nor, where its label is trimmed of marks, marks at the edges.
  @inline(__always)
  func contains(_ row: UInt32, of lines: LineStore) -> Bool {
    let trims = !trimsMarks.isEmpty && trimsMarks[Int(lines.labels[row])]
    return words[row].contains(trims ? .bareEdged : .evenEdged)
  }
}
