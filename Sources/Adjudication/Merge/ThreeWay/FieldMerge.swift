/// What becomes of one field that may have changed on both sides.
enum FieldMerge<Value> {
  /// What both sides agree on, or the one that changed it says.
  case settled(Value)
  /// Each side changed it to something else.
  case open

  /// Merges a field; `base` is `nil` where both sides added it.
  init(_ base: Value?, _ ours: Value, _ theirs: Value, isSame: (Value, Value) -> Bool) {
    if isSame(ours, theirs) {
      self = .settled(ours)
    } else if let base, isSame(base, ours) {
      self = .settled(theirs)
    } else if let base, isSame(base, theirs) {
      self = .settled(ours)
    } else {
      self = .open
    }
  }

  /// The value; that of one side where it is open.
  func value(_ reading: Value) -> Value {
    switch self {
    case .settled(let value): value
    case .open: reading
    }
  }

  /// Whether the sides disagree.
  var isOpen: Bool { if case .open = self { true } else { false } }
}
