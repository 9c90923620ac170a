/// Finds in an expression what could keep an engine that tries one way after the other busy for ever.
///
/// That is a group that repeats without end and can be repeated in many ways over one and the same
/// text, as `(a+)+` can: each letter more doubles the ways. A group is harmless where it holds a part
/// that always stands once and cannot be part of what varies in it, as the blank in `(\w+ )+`.
struct PatternRisk {
  /// The place of the sign that repeats such a group, in code points; `nil` where there is none.
  let place: Int?

  /// Reads an expression.
  init(_ source: String) {
    var reader = Reader(scalars: Array(source.unicodeScalars))
    _ = reader.readAlternatives()
    place = reader.risk
  }

  /// What a part of an expression can match.
  private struct Letters {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Outside ASCII, a bit for all letters and digits, one for all blanks, one for all signs.
    var kinds: UInt8 = 0
    /// Those outside ASCII that are matched though their kind is not.
    var single: Set<Unicode.Scalar> = []
    /// Those outside ASCII that are not matched though their kind is.
    var missing: Set<Unicode.Scalar> = []

    static let all = Letters(low: ~0, high: ~0, kinds: 7)

    mutating func insert(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0..<64: low |= 1 << UInt64(scalar.value)
      case 64..<128: high |= 1 << UInt64(scalar.value - 64)
      default:
        single.insert(scalar)
        missing.remove(scalar)
      }
    }

    mutating func formUnion(_ other: Letters) {
      low |= other.low
      high |= other.high
      missing = missing.filter { !other.hasOther($0) }
        .union(other.missing.filter { !hasOther($0) })
      kinds |= other.kinds
      single.formUnion(other.single)
    }

    private func hasOther(_ scalar: Unicode.Scalar) -> Bool {
      if single.contains(scalar) { return true }
      let kind: UInt8 = scalar.isLetterOrDigit || scalar.isMark ? 1 : scalar.isBlank ? 2 : 4
      return kinds & kind != 0 && !missing.contains(scalar)
    }

    /// All but these.
    var inverse: Letters {
      Letters(low: ~low, high: ~high, kinds: ~kinds & 7, single: missing, missing: single)
    }

    func isDisjoint(with other: Letters) -> Bool {
      low & other.low == 0 && high & other.high == 0 && kinds & other.kinds == 0
        && !single.contains { other.hasOther($0) } && !other.single.contains { hasOther($0) }
    }

    static func of(_ text: String, kinds: UInt8 = 0) -> Letters {
      var letters = Letters()
      for scalar in text.unicodeScalars { letters.insert(scalar) }
      letters.kinds = kinds
      return letters
    }
  }

  /// What is known of a run of an expression.
  private struct Part {
    /// What the parts can match that may stand more than once, or not at all.
    var varying = Letters()
    var varies = false
    /// What each part can match that stands once.
    var fixed: [Letters] = []

    /// All that can be matched.
    var letters: Letters {
      var letters = varying
      for part in fixed { letters.formUnion(part) }
      return letters
    }

    mutating func append(_ other: Part) {
      varying.formUnion(other.varying)
      varies = varies || other.varies
      fixed += other.fixed
    }

    /// Whether, repeated without end, it has many ways over one text.
    var isRiskyRepeated: Bool { varies && !fixed.contains { $0.isDisjoint(with: varying) } }
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    var place = 0
    var risk: Int?

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard next == sign else { return false }
      place += 1
      return true
    }

    /// Reads up to the end or a closing bracket.
    mutating func readAlternatives() -> Part {
      var parts: [Part] = [Part()]
      while let scalar = next, scalar != ")" {
        if take("|") { parts.append(Part()) } else { parts[parts.count - 1].append(readItem()) }
      }
      guard parts.count > 1 else { return parts[0] }
      // One of several ways: where two can match the same, what repeats them has many ways.
      var whole = Part()
      var all = Letters()
      for part in parts {
        let letters = part.letters
        if part.varies || part.fixed.count == 1 && !letters.isDisjoint(with: all) {
          whole.varies = true
          whole.varying.formUnion(letters)
        }
        all.formUnion(letters)
      }
      whole.fixed = [all]
      return whole
    }

    private mutating func readItem() -> Part {
      guard let scalar = next else { return Part() }
      place += 1
      var part = Part()
      switch scalar {
      case "(": part = readGroup()
      case "[": part.fixed = [readClass()]
      case ".": part.fixed = [Letters.of("\n").inverse]
      case "^", "$": return part
      case "\\":
        guard let letters = readEscape() else { return part }
        part.fixed = [letters]
      default: part.fixed = [Letters.of(String(scalar))]
      }
      return repeated(part)
    }

    /// Reads how often an item may stand.
    private mutating func repeated(_ part: Part) -> Part {
      let sign = place
      var isEndless = true
      if take("?") {
        isEndless = false
      } else if take("{") {
        isEndless = readBounds()
      } else if !take("*"), !take("+") {
        return part
      }
      // Taking as few as possible tries the same ways; taking all for good tries one.
      _ = take("?")
      let isForGood = take("+")
      if isEndless, !isForGood, part.isRiskyRepeated, risk == nil { risk = sign }
      var result = Part()
      if isForGood {
        result.fixed = [part.letters]
      } else {
        result.varies = true
        result.varying = part.letters
      }
      return result
    }

    /// Reads `2,3}`; whether so many are as good as endless.
    private mutating func readBounds() -> Bool {
      var text = ""
      while let scalar = next, scalar != "}" {
        text.unicodeScalars.append(scalar)
        place += 1
      }
      _ = take("}")
      let last = text.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init)
      return last.flatMap { Int($0) }.map { $0 > 16 } ?? true
    }

    private mutating func readGroup() -> Part {
      var isLook = false
      var isForGood = false
      if take("?") {
        // `(?:`, `(?=`, `(?!`, `(?<=`, `(?<!`, `(?<name>`, `(?>`, `(?i)`, `(?i:`
        if take("=") || take("!") {
          isLook = true
        } else if take(">") {
          isForGood = true
        } else if take("<") {
          if take("=") || take("!") { isLook = true } else { skip(to: ">") }
        } else {
          while let scalar = next, scalar != ":", scalar != ")" { place += 1 }
          _ = take(":")
        }
      }
      let inner = readAlternatives()
      _ = take(")")
      if isLook { return Part() }
      guard isForGood else { return inner }
      var part = Part()
      part.fixed = [inner.letters]
      return part
    }

    private mutating func skip(to sign: Unicode.Scalar) {
      while let scalar = next, scalar != sign { place += 1 }
      _ = take(sign)
    }

    private mutating func readClass() -> Letters {
      var letters = Letters()
      let isInverse = take("^")
      var previous: Unicode.Scalar?
      var isFirst = true
      while let scalar = next, isFirst || scalar != "]" {
        isFirst = false
        place += 1
        switch scalar {
        case "[": letters.formUnion(readClass())
        case "\\": letters.formUnion(readEscape() ?? .all)
        case "-":
          guard let low = previous, let high = next, high != "]", low <= high else {
            letters.insert(scalar)
            break
          }
          if high.value < 128 {
            for value in low.value...high.value {
              if let inner = Unicode.Scalar(value) { letters.insert(inner) }
            }
          } else {
            letters.formUnion(.all)
          }
        default: letters.insert(scalar)
        }
        previous = scalar
      }
      _ = take("]")
      return isInverse ? letters.inverse : letters
    }

    /// Reads what stands behind a backslash; `nil` for what matches no letter.
    private mutating func readEscape() -> Letters? {
      guard let scalar = next else { return nil }
      place += 1
      let digits = Letters.of("0123456789")
      let word = Letters.of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", kinds: 1)
      let blank = Letters.of(" \t\n\u{B}\u{C}\r", kinds: 2)
      switch scalar {
      case "d": return digits
      case "w": return word
      case "s": return blank
      case "D": return digits.inverse
      case "W": return word.inverse
      case "S": return blank.inverse
      case "b", "B", "A", "z", "Z", "G": return nil
      case "n": return Letters.of("\n")
      case "t": return Letters.of("\t")
      default:
        if take("{") { skip(to: "}") } else if take("<") { skip(to: ">") }
        return scalar.isLetterOrDigit ? .all : Letters.of(String(scalar))
      }
    }
  }
}

extension DiagnosticName {
  /// A regular expression that could keep the search busy for ever.
  public static let runawayPattern = DiagnosticName("runaway-pattern")
}
