/// The annotations about whose words no rule has anything to say, by what was found when the file was
/// read, and by what the schema wants of the edges of a label's spans.
struct PlainSpans {
  /// By the index of its name, whether marks are trimmed from the spans of a label; empty where they
  /// are from none.
  private let trimsMarks: [Bool]

  /// Prepares for a file.
  init(_ schema: SchemaFacts) {
    let trimsMarks = schema.allTraits.map(\.trimsMarks)
    self.trimsMarks = trimsMarks.contains(true) ? trimsMarks : []
  }

  /// Whether the annotation in a row begins and ends between two characters with neither blanks nor,
  /// where its label is trimmed of marks, marks at the edges.
  @inline(__always)
  func contains(_ row: UInt32, of lines: LineStore) -> Bool {
    let trims = !trimsMarks.isEmpty && trimsMarks[Int(lines.labelIndex(of: row))]
    return lines.rows[row].words >= (trims ? .bareEdged : .evenEdged)
  }
}
