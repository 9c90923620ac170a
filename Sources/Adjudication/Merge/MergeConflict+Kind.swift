extension MergeConflict.Kind: Comparable {
  /// The order in which conflicts about one annotation are numbered: that of the cases.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .presence: 0
    case .label: 1
    case .boundary: 2
    case .attribute: 3
    case .relation: 4
    case .deleted: 5
    case .text: 6
    }
  }
}

/// What follows from the kind of a conflict and the name of what it is about.
extension MergeConflict.Kind {
  /// Whether each reading is a line that stands, rather than something about one.
  func isOfLines(named name: String?) -> Bool {
    switch self {
    case .attribute, .text: false
    case .relation: !Self.isOfGroup(name)
    case .presence, .label, .boundary, .deleted: true
    }
  }

  /// Whether a `Conflict` line has to say who says what: lines of readings tell of those alone who have
  /// one, and where `isOneSilent` some have none.
  func listsReadings(named name: String?, isOneSilent: Bool) -> Bool {
    switch self {
    case .attribute, .text: true
    case .deleted: false
    case .presence, .label, .boundary, .relation: isOneSilent || Self.isOfGroup(name)
    }
  }

  /// Whether a name is that of an equivalence group.
  static func isOfGroup(_ name: String?) -> Bool { name?.utf8.first == UInt8(ascii: "*") }
}
