/// The names a schema has given so far.
///
/// None may stand for two things. Two of one kind may differ in case alone, as brat lets them, but then
/// each has to be typed just so, and that is warned of.
struct SchemaNames {
  /// What a name stands for, as a message says it.
  enum Role: String {
    case label = "a label"
    case alias = "another word for a label"
    case attribute = "an attribute"
    case relation = "a relation"
    case relationAlias = "the alias of a relation"
    case database = "a database"
    case key = "the key of a label"
    case role = "a role"

    /// Whether two of this kind may differ in case alone: all that files of other tools hold.
    var mayDifferInCase: Bool {
      switch self {
      case .label, .attribute, .relation, .role: true
      case .alias, .relationAlias, .database, .key: false
      }
    }
  }

  /// What is in the way of a name.
  struct Obstacle {
    let message: String
    let severity: Diagnostic.Severity
  }

  /// The names taken, by their folded names.
  private var taken: [String: [(name: String, role: Role, line: Int)]] = [:]

  /// Takes a name; says what is in the way where one that differs in case at most is taken already.
  mutating func take(_ name: String, as role: Role, line: Int) -> Obstacle? {
    let folded = caseFolded(name)
    let earlier = taken[folded] ?? []
    if let same = earlier.first(where: { $0.role != role || $0.name.utf8.elementsEqual(name.utf8) })
    {
      return Obstacle(
        message: "“\(name)” is already \(same.role.rawValue) on line \(same.line)", severity: .error
      )
    }
    taken[folded, default: []].append((name, role, line))
    return earlier.first.map { other in
      Obstacle(
        message: Self.differsInCase(name, from: "“\(other.name)” on line \(other.line)"),
        severity: role.mayDifferInCase ? .warning : .error)
    }
  }

  /// What is said of a name that differs from another in case alone.
  static func differsInCase(_ name: String, from other: String) -> String {
    "“\(name)” differs from \(other) in case alone; each has to be typed as it stands"
  }

  /// What names are, as messages say it.
  static let form = "at least two of a-z, A-Z, 0-9, _ and -, not beginning with a digit or -"

  /// What is said of a name that brat takes and other tools do not.
  static func warning(of name: String) -> String { "“\(name)” is no name for other tools: \(form)" }

  /// A name longer than this is none.
  private static let longest = 100

  /// Whether files can hold a name: a letter or `_`, then letters, digits, `_`, `-`, all ASCII, at
  /// least two.
  static func isName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard (2...longest).contains(bytes.count), let first = bytes.first, first != UInt8(ascii: "-")
    else {
      return false
    }
    return !first.isDigit && bytes.allSatisfy(isNameByte)
  }

  /// Whether a name of attributes and relations is one that galley keeps for itself.
  static func isOwn(_ name: String) -> Bool { ["ref", "as", "scope"].contains(caseFolded(name)) }

  /// Whether brat stores a name: ASCII letters, digits, `_`, `-`.
  static func isBratName(_ name: String) -> Bool {
    (1...longest).contains(name.utf8.count) && name.utf8.allSatisfy(isNameByte)
  }

  /// Whether a byte is one that names are made of.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// Whether a word serves as another word for a label: like a name, in letters of any script.
  static func isAlias(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard (2...longest).contains(scalars.count), let first = scalars.first else { return false }
    return (first.properties.isAlphabetic || first == "_")
      && scalars.allSatisfy { scalar in
        scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
          || scalar.properties.generalCategory == .decimalNumber
          || scalar.properties.generalCategory == .nonspacingMark
          || scalar.properties.generalCategory == .spacingMark
      }
  }

  /// Whether an attribute value or an identifier can stand on one line of a file.
  static func isValue(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
      }
  }
}
