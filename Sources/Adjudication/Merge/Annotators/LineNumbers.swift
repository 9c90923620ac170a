import Standoff

/// By annotator and row, the number of what a line has come to in a merge.
struct LineNumbers: Sendable {
  /// Nothing has been decided of the line yet.
  static var undecided: Int32 { -1 }
  /// The line does not stand.
  static var gone: Int32 { -2 }
  /// The line stands as an attribute, reference or note, which are numbered by themselves.
  static var taken: Int32 { -3 }

  private var numbers: [Int32]
  /// Where the rows of each annotator begin.
  private let starts: [Int]

  /// Begins with nothing decided, of so many rows of each annotator.
  init(counts: [Int]) {
    var (starts, end) = ([Int](), 0)
    for count in counts {
      starts.append(end)
      end += count
    }
    self.starts = starts
    numbers = Array(repeating: Self.undecided, count: end)
  }

  subscript(holder: Holder) -> Int32 {
    get { numbers[starts[holder.annotator] + Int(holder.row)] }
    set { numbers[starts[holder.annotator] + Int(holder.row)] = newValue }
  }
}
