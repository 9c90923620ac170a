import Glibc

/// Lines of any file descriptor, read in large pieces and parted at the byte LF alone.
///
/// The line end is not part of a line; neither is a CR before it. A last line without a line end
/// counts. A byte order mark at the start is skipped. Bytes that are not UTF-8 fail the line they
/// stand in and no other.
package struct LineBuffer {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var start = 0
  private var hasEnded = false
  /// The 1-based number of the line read last; 0 before the first.
  package private(set) var lineNumber = 0

  /// Reads from `descriptor`, which stays the caller's to close.
  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Reads the next line.
  ///
  /// `wait` is called before each read that may block, and may interrupt it.
  package mutating func next(wait: () -> Bool = { true }) -> ReadResult {
    var searched = start
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0A) {
        let line = bytes[start..<end]
        defer { start = end + 1 }
        return decode(line)
      }
      searched = bytes.count
      if hasEnded {
        guard start < bytes.count else { return .endOfInput }
        let line = bytes[start...]
        defer { start = bytes.count }
        return decode(line)
      }
      guard wait() else {
        // The typist gave up what is half typed; a terminal's driver has dropped it already.
        start = bytes.count
        return .interrupted
      }
      switch fill() {
      case .success(let dropped): searched -= dropped
      case .failure(let failure): return .failed(failure)
      }
    }
  }

  /// Reads another piece, and returns how many used bytes were dropped from the front meanwhile.
  private mutating func fill() -> Result<Int, ReadFailure> {
    let dropped = start
    bytes.removeFirst(start)
    start = 0
    let pieceSize = 65536
    var piece = [UInt8](repeating: 0, count: pieceSize)
    while true {
      let count = read(descriptor, &piece, pieceSize)
      if count > 0 {
        bytes += piece[..<count]
      } else if count == 0 {
        hasEnded = true
      } else if errno == EINTR {
        continue
      } else {
        return .failure(.system(errno: errno))
      }
      return .success(dropped)
    }
  }

  private mutating func decode(_ line: ArraySlice<UInt8>) -> ReadResult {
    lineNumber += 1
    var content = line.last == 0x0D ? line.dropLast() : line
    if lineNumber == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
    if let text = String(validating: content, as: UTF8.self) { return .line(text) }
    var good = 0
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: Array(content).span)
    } catch {
      good = error.byteOffsets.lowerBound
    }
    return .failed(
      .notUTF8(line: lineNumber, byte: content.startIndex - line.startIndex + good + 1))
  }
}
