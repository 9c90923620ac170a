import Editline

/// Lines on their way to a stream, some thousands in one write.
struct LineBatch {
  private static let enough = 1 << 16

  private let stream: StandardStream
  private var text = ""

  /// Gathers lines for a stream.
  init(_ stream: StandardStream) { self.stream = stream }

  /// Adds lines, each with its line end; whether more is wanted: not after Ctrl-C.
  mutating func write(_ lines: [String]) -> Bool {
    for line in lines {
      text += line
      text += "\n"
    }
    if text.utf8.count >= Self.enough { flush() }
    return !Interruption.isPending
  }

  /// Writes what has been gathered.
  mutating func flush() {
    guard !text.isEmpty else { return }
    stream.write(text)
    text = ""
  }
}
