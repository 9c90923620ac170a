/// Why a line cannot be used, and where in the line that shows.
struct LineProblem: Hashable, Sendable {
  /// The kinds of problem that a line has by itself, whatever the article says.
  enum Kind: UInt8, Sendable {
    case blank, noTab, byteOrderMark, badID, unknownFamily, duplicateID, notUTF8
    case noOffsets, badOffset, negativeOffset, offsetTooLarge, reversed, overlap
    case noTarget, extraField, badArgument, argumentCount, sameRole, noTrigger, badReference
    case tooLarge, gitMarker
  }

  /// What is wrong.
  var kind: Kind
  /// How many bytes of the line lie before the place.
  var byte: UInt32

  /// The finding about `line`, the bytes of the line in question, at `number`, counted from 1.
  func diagnostic(number: Int, line: ArraySlice<UInt8>, id: String) -> Diagnostic {
    let excerpt = String(decoding: line.prefix { $0 != .lineFeed }, as: UTF8.self)
    let before = line.prefix(Int(byte))
    let column = 1 + before.count { $0 & 0xC0 != 0x80 }
    return Diagnostic(
      name, severity: kind == .blank ? .warning : .error, message(id: id),
      at: Place(line: number, column: column, excerpt: excerpt))
  }

  private var name: DiagnosticName {
    switch kind {
    case .blank: .blankLine
    case .byteOrderMark: .byteOrderMark
    case .duplicateID: .duplicateID
    case .notUTF8: .invalidUTF8
    case .negativeOffset, .offsetTooLarge: .outOfRange
    case .reversed: .reversedRange
    case .overlap: .overlappingFragments
    case .tooLarge: .standoffTooLarge
    case .gitMarker: .gitMarkers
    default: .syntax
    }
  }

  private func message(id: String) -> String {
    switch kind {
    case .blank: "blank line; standoff files have none"
    case .noTab: "no tab after the id; fields are separated by tabs, not blanks"
    case .byteOrderMark: "a byte order mark stands before the id; save the file without one"
    case .badID: "“\(id)” is not an id; ids are letters and a number, as T1, R1 or #1"
    case .unknownFamily: "“\(id)” is of no known kind; ids begin with T, E, R, A, M, N or #"
    case .duplicateID:
      "the id \(id) is already taken by an earlier line; this one is not used until it has an id of its own"
    case .notUTF8: "the line is not UTF-8 here"
    case .noOffsets: "\(id) has no offsets; after the label come START END"
    case .badOffset: "\(id) has no number here; offsets are START END, pieces separated by ;"
    case .negativeOffset: "\(id) has an offset below zero"
    case .offsetTooLarge: "\(id) has an offset that no article is long enough for"
    case .reversed: "\(id) ends before it starts"
    case .overlap: "the pieces of \(id) overlap"
    case .noTarget: "\(id) names no annotation that it belongs to"
    case .extraField: "\(id) has a word too many here"
    case .badArgument: "\(id) needs ROLE:ID here"
    case .argumentCount: "\(id) needs two arguments, as Arg1:T1 Arg2:T2"
    case .sameRole: "both arguments of \(id) have the same role"
    case .noTrigger: "\(id) needs LABEL:ID of its trigger here"
    case .badReference: "\(id) needs an annotation and DATABASE:KEY, as Reference T1 wikidata:Q42"
    case .tooLarge: "the file is over 2 GiB; split it"
    case .gitMarker:
      "git left its conflict marks in the file, for it merged lines and not annotations; let it merge again with `galley git setup` and `git checkout --merge FILE`, or mend the lines by hand"
    }
  }
}

extension DiagnosticName {
  /// A standoff file has a blank line.
  public static let blankLine = DiagnosticName("blank-line")
  /// A standoff file begins with a byte order mark.
  public static let byteOrderMark = DiagnosticName("byte-order-mark")
  /// Two lines of a standoff file have the same id; the second is not used.
  public static let duplicateID = DiagnosticName("duplicate-id")
  /// A place lies outside the article.
  public static let outOfRange = DiagnosticName("out-of-range")
  /// An annotation ends before it starts.
  public static let reversedRange = DiagnosticName("reversed-range")
  /// Pieces of one annotation overlap.
  public static let overlappingFragments = DiagnosticName("overlapping-fragments")
  /// A standoff file has the marks of a conflict that git left.
  public static let gitMarkers = DiagnosticName("git-markers")
  /// A standoff file is larger than can be opened.
  public static let standoffTooLarge = DiagnosticName("standoff-too-large")
}

extension [Diagnostic] {
  /// The findings about unusable lines with all that marks of git's conflicts come to said once: the
  /// other marks, and ids that both sides of a conflict have.
  var tellingConflictsOfGitOnce: [Diagnostic] {
    let marks = lazy.filter { $0.name == .gitMarkers }.compactMap(\.place.line)
    guard let first = marks.min(), let last = marks.max() else { return self }
    return filter { finding in
      guard let line = finding.place.line, line > first else { return true }
      return finding.name != .gitMarkers && (finding.name != .duplicateID || line > last)
    }
  }
}
