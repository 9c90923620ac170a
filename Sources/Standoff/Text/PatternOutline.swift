/// What can be said of every match of an expression without matching it.
///
/// Read from the commonest forms alone: letters and digits, `.`, `\d`, `\w`, `[a-z]`, groups, `|`,
/// and how often they may stand. Such an expression matches within a line, whatever stands in
/// others; of one with any other form nothing is said.
struct PatternOutline {
  /// ASCII letters, digits and signs that every match holds in one run; empty where none are known.
  private(set) var literal: [UInt8] = []
  /// Whether every match begins with them.
  private(set) var isAtStart = false

  /// Reads an expression.
  ///
  /// Where case does not count no letter is known, for those outside ASCII may match one inside.
  init(_ pattern: Pattern) {
    var reader = Reader(bytes: Array(pattern.source.utf8), ignoresCase: pattern.ignoresCase)
    guard reader.readAlternatives(), reader.place == reader.bytes.count else { return }
    isAtStart = reader.first.count > 1
    literal = isAtStart ? reader.first : reader.longest
  }

  private struct Reader {
    let bytes: [UInt8]
    let ignoresCase: Bool
    var place = 0
    /// The longest run that is required so far.
    var longest: [UInt8] = []
    /// The run that the expression begins with, once that has ended.
    var first: [UInt8] = []
    private var hasFirst = false
    /// The run that the last items make up.
    private var run: [UInt8] = []
    private var depth = 0

    init(bytes: [UInt8], ignoresCase: Bool) {
      self.bytes = bytes
      self.ignoresCase = ignoresCase
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: sign) else { return false }
      place += 1
      return true
    }

    /// Reads up to the end or a closing bracket; `false` where a form is met that is not known.
    mutating func readAlternatives() -> Bool {
      var count = 1
      while let byte = next, byte != UInt8(ascii: ")") {
        if take("|") { count += 1 } else if !readItem() { return false }
      }
      endRun()
      if depth == 0, count > 1 { (longest, first) = ([], []) }
      return true
    }

    /// Reads one character, class or group with how often it may stand.
    private mutating func readItem() -> Bool {
      guard let byte = next else { return false }
      var letter: UInt8?
      place += 1
      switch byte {
      case UInt8(ascii: "."): break
      case UInt8(ascii: "["): guard readClass() else { return false }
      case UInt8(ascii: "("): guard readGroup() else { return false }
      case UInt8(ascii: "\\"):
        guard let escaped = next, "dw.-/".utf8.contains(escaped) else { return false }
        place += 1
        if escaped != UInt8(ascii: "d"), escaped != UInt8(ascii: "w") { letter = escaped }
      case _ where Self.isPlain(byte): letter = byte
      default: return false
      }
      return readCount(of: letter)
    }

    /// Reads `?`, `*`, `+` or `{2,3}` behind an item, which is the letter where it is one.
    private mutating func readCount(of letter: UInt8?) -> Bool {
      let isRequired: Bool
      var isOnce = false
      if take("+") {
        isRequired = true
      } else if take("*") || take("?") {
        isRequired = false
      } else if take("{") {
        while let byte = next, byte.isDigit || byte == UInt8(ascii: ",") { place += 1 }
        guard take("}") else { return false }
        isRequired = false
      } else {
        (isRequired, isOnce) = (true, true)
      }
      if !isOnce { _ = take("?") }
      guard depth == 0, isRequired, let letter, !(ignoresCase && letter.isLetter) else {
        endRun()
        return true
      }
      run.append(letter)
      if !isOnce {
        endRun()
        run = [letter]
      }
      return true
    }

    private mutating func readGroup() -> Bool {
      if take("?"), !take(":") { return false }
      endRun()
      depth += 1
      guard readAlternatives(), take(")") else { return false }
      depth -= 1
      return true
    }

    /// Reads a class of plain characters and ranges up to its end.
    private mutating func readClass() -> Bool {
      let start = place
      while let byte = next, byte != UInt8(ascii: "]") {
        guard Self.isPlain(byte) else { return false }
        // `--` takes one class from another.
        if byte == UInt8(ascii: "-"), place > start, bytes[place - 1] == byte { return false }
        place += 1
      }
      return place > start && take("]")
    }

    private mutating func endRun() {
      if !hasFirst { (first, hasFirst) = (run, true) }
      if run.count > longest.count { longest = run }
      run = []
    }

    /// Whether the byte stands for itself, in a class too.
    private static func isPlain(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || " -_,:;'\"/".utf8.contains(byte)
    }
  }
}
