/// Turns the text of a ``ValuePattern`` into its steps, by recursive descent.
struct ValuePatternReader {
  typealias Step = ValuePattern.Step

  private static let deepest = 32
  private static let longest = 4096

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// The steps of the whole expression.
  ///
  /// A leading `^` and a trailing `$` say what is so anyway.
  mutating func read() throws(DiagnosticError) -> [Step] {
    guard scalars.count <= Self.longest else { throw fault("too much") }
    if peek == "^" { position += 1 }
    let steps = try alternatives()
    if peek == "$" { position += 1 }
    guard position >= scalars.count else { throw fault("unexpected “\(scalars[position])”") }
    return steps + [.accept]
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func fault(_ what: String) -> DiagnosticError {
    let start = String(String.UnicodeScalarView(scalars.prefix(60)))
    let rest = scalars.count > 60 ? "…" : ""
    return DiagnosticError(
      .schemaBadPattern, "\(what) in the pattern “\(start)\(rest)”",
      at: Place(column: position + 1))
  }

  private mutating func alternatives() throws(DiagnosticError) -> [Step] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw fault("groups nested too deeply") }
    var branches = [try sequence()]
    while peek == "|" {
      position += 1
      branches.append(try sequence())
    }
    return try checked(Self.either(branches))
  }

  /// `split` before each branch but the last, `jump` to the end after it.
  private static func either(_ branches: [[Step]]) -> [Step] {
    guard var result = branches.last else { return [] }
    for branch in branches.dropLast().reversed() {
      let rest = shifted(result, by: branch.count + 2)
      result =
        [.split(1, branch.count + 2)] + shifted(branch, by: 1)
        + [.jump(branch.count + 2 + result.count)] + rest
    }
    return result
  }

  private mutating func sequence() throws(DiagnosticError) -> [Step] {
    var steps: [Step] = []
    while let next = peek, next != "|", next != ")" {
      if next == "$", position == scalars.count - 1 { break }
      let atom = try atom()
      let repeated = try repetition(of: atom)
      steps = try checked(steps + Self.shifted(repeated, by: steps.count))
    }
    return steps
  }

  private mutating func atom() throws(DiagnosticError) -> [Step] {
    guard let next = peek else { return [] }
    switch next {
    case "(":
      position += 1
      if peek == "?" {
        position += 1
        guard peek == ":" else { throw fault("a group other than “(…)” and “(?:…)”") }
        position += 1
      }
      let steps = try alternatives()
      guard peek == ")" else { throw fault("a group that is not closed") }
      position += 1
      return steps
    case "[":
      return [try characterClass()]
    case ".":
      position += 1
      return [.take(ranges: [], negated: true)]
    case "*", "+", "?", "{":
      throw fault("“\(next)” with nothing to repeat")
    case "^", "$":
      throw fault("“\(next)” inside")
    default:
      let (ranges, negated) = try character()
      return [.take(ranges: ranges, negated: negated)]
    }
  }

  /// One code point, or what a backslash stands for.
  private mutating func character() throws(DiagnosticError) -> ([ClosedRange<UInt32>], Bool) {
    guard let next = peek else { throw fault("an end too early") }
    position += 1
    guard next == "\\" else { return ([next.value...next.value], false) }
    guard let escaped = peek else { throw fault("a backslash at the end") }
    position += 1
    switch escaped {
    case "d", "D": return ([48...57], escaped == "D")
    case "w", "W": return ([48...57, 65...90, 95...95, 97...122], escaped == "W")
    case "s", "S": return ([9...13, 32...32, 0xA0...0xA0], escaped == "S")
    case "t": return ([9...9], false)
    case "n": return ([10...10], false)
    default:
      guard !escaped.properties.isAlphabetic, escaped.properties.numericType == nil else {
        position -= 1
        throw fault("the unknown escape “\\\(escaped)”")
      }
      return ([escaped.value...escaped.value], false)
    }
  }

  private mutating func characterClass() throws(DiagnosticError) -> Step {
    position += 1
    let negated = peek == "^"
    if negated { position += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let next = peek, next != "]" || isFirst {
      isFirst = false
      let (low, excluded) = try character()
      guard !excluded else { throw fault("a negated class inside brackets") }
      let isRange =
        low.count == 1 && low[0].count == 1 && peek == "-" && position + 1 < scalars.count
        && scalars[position + 1] != "]"
      guard isRange else {
        ranges += low
        continue
      }
      position += 1
      let (high, _) = try character()
      guard high.count == 1, high[0].count == 1, high[0].lowerBound >= low[0].lowerBound else {
        throw fault("a range that runs backwards")
      }
      ranges.append(low[0].lowerBound...high[0].lowerBound)
    }
    guard peek == "]" else { throw fault("brackets that are not closed") }
    position += 1
    return .take(ranges: ranges, negated: negated)
  }

  private mutating func repetition(of atom: [Step]) throws(DiagnosticError) -> [Step] {
    let count: CountRange
    switch peek {
    case "*": count = .any
    case "+": count = .some
    case "?": count = .optional
    case "{": count = try braces()
    default: return atom
    }
    position += 1
    if let next = peek, "*+?{".unicodeScalars.contains(next) {
      throw fault("two repetitions side by side")
    }
    // The length is judged before anything is built, so that `a{999999}` costs nothing.
    guard (count.maximum ?? count.minimum) <= Self.longest else { throw fault("a count too large") }
    let copies = max(1, count.maximum ?? count.minimum + 1)
    let (length, overflows) = (atom.count + 1).multipliedReportingOverflow(by: copies)
    guard !overflows, length <= Self.longest else { throw fault("a count too large") }
    return Self.repeated(atom, count)
  }

  private static func repeated(_ atom: [Step], _ count: CountRange) -> [Step] {
    var steps: [Step] = []
    for _ in 0..<count.minimum { steps += shifted(atom, by: steps.count) }
    guard let maximum = count.maximum else {
      let start = steps.count
      steps.append(.split(start + 1, start + 2 + atom.count))
      return steps + shifted(atom, by: start + 1) + [.jump(start)]
    }
    let end = steps.count + (maximum - count.minimum) * (atom.count + 1)
    for _ in count.minimum..<maximum {
      steps.append(.split(steps.count + 1, end))
      steps += shifted(atom, by: steps.count)
    }
    return steps
  }

  /// Reads `{n}`, `{n,}` or `{n,m}` up to its closing brace.
  private mutating func braces() throws(DiagnosticError) -> CountRange {
    let start = position + 1
    while let next = peek, next != "}" { position += 1 }
    guard peek == "}" else { throw fault("braces that are not closed") }
    let text = String(String.UnicodeScalarView(scalars[start..<position]))
    let ends = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let range =
      switch (ends.first, ends.count == 2 ? ends[1] : nil) {
      case (let low?, nil): CountRange(parsing: low + "-" + low)
      case (let low?, ""?): CountRange(parsing: low + "-*")
      case (let low?, let high?): CountRange(parsing: low + "-" + high)
      case (nil, _): nil as CountRange?
      }
    guard let range else { throw fault("the count “{\(text)}”, which is none") }
    return range
  }

  private func checked(_ steps: [Step]) throws(DiagnosticError) -> [Step] {
    guard steps.count <= Self.longest else { throw fault("too much") }
    return steps
  }

  private static func shifted(_ steps: [Step], by distance: Int) -> [Step] {
    steps.map { step in
      switch step {
      case .split(let first, let second): .split(first + distance, second + distance)
      case .jump(let target): .jump(target + distance)
      case .take, .accept: step
      }
    }
  }
}

extension DiagnosticName {
  /// A pattern of a schema that cannot be read as one.
  public static let schemaBadPattern = DiagnosticName("schema-bad-pattern")
}
