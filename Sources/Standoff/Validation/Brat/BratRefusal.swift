/// Why brat's parser does not use a line, which it keeps as it came.
public enum BratRefusal: String, Hashable, Sendable, CaseIterable {
  /// The line has no tab, as a blank one.
  case noTab
  /// What stands before the first tab is no id.
  case badID
  /// An earlier line has the id.
  case duplicateID
  /// No kind of line has ids with this letter.
  case unknownFamily
  /// The offsets are not `START END`, pieces separated by `;` alone.
  case badOffsets
  /// A piece ends before it starts.
  case reversed
  /// A piece starts before the article.
  case negative
  /// A piece ends after the article.
  case pastEnd
  /// Two pieces overlap, or touch in reverse order.
  case overlap
  /// The words are fewer than the offsets mark.
  case tooFewWords
  /// The words are not those of the article.
  case otherWords
  /// What follows the words is not parted from them.
  case noBlankAfterWords
  /// The annotation that the line is on is missing or no id.
  case noTarget
  /// A relation has not two arguments.
  case argumentCount
  /// Both arguments of a relation have one role.
  case sameRole
  /// An event does not begin with `LABEL:TRIGGER`.
  case noTrigger
  /// A reference is not `TYPE ID DATABASE:KEY`.
  case badReference
  /// A group has no members.
  case noMembers

  /// Whether no other line can have the id, although the line is not used.
  var takesID: Bool {
    switch self {
    case .noTab, .badID, .duplicateID, .noMembers: false
    default: true
    }
  }

  /// What is said about a line with an id.
  func message(id: String) -> String {
    switch self {
    case .noTab: "brat does not use this line: it has no tab after an id"
    case .badID: "brat does not use this line: “\(id)” is not an id, which is letters and a number"
    case .duplicateID: "brat does not use this line: an earlier one has the id \(id)"
    case .unknownFamily: "brat does not use \(id): ids begin with T, E, R, A, M, N or #"
    case .badOffsets:
      "brat does not use \(id): its offsets are not START END, one blank between, pieces parted by ; alone"
    case .reversed: "brat does not use \(id): it ends before it starts"
    case .negative: "brat does not use \(id): it has an offset below zero"
    case .pastEnd: "brat does not use \(id): it ends after the article does"
    case .overlap:
      "brat does not use \(id): its pieces overlap, or touch in reverse order; put them in order"
    case .tooFewWords: "brat does not use \(id): it quotes fewer words than its offsets mark"
    case .otherWords:
      "brat does not use \(id): the words it quotes are not those of the article there"
    case .noBlankAfterWords:
      "brat does not use \(id): no blank parts the words of the article from what follows them"
    case .noTarget: "brat does not use \(id): it names no annotation that it belongs to"
    case .argumentCount:
      "brat does not use \(id): a relation has two arguments, as Arg1:T1 Arg2:T2"
    case .sameRole: "brat does not use \(id): both arguments of the relation have the same role"
    case .noTrigger: "brat does not use \(id): an event begins with LABEL:ID of its trigger"
    case .badReference:
      "brat does not use \(id): a reference has an annotation and DATABASE:KEY, one blank between"
    case .noMembers: "brat does not use this group: it has no members"
    }
  }
}

extension DiagnosticName {
  /// brat's parser does not use a line.
  public static let bratRefuses = DiagnosticName("brat-refuses")
}
