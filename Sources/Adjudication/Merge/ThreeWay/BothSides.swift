/// Something that each of the two sides of a three-way merge has.
struct BothSides<Value> {
  /// What ours has.
  var ours: Value
  /// What theirs has.
  var theirs: Value

  /// Creates a pair.
  init(ours: Value, theirs: Value) {
    self.ours = ours
    self.theirs = theirs
  }

  /// Creates a pair of one value.
  init(repeating value: Value) { self.init(ours: value, theirs: value) }

  /// What a side has.
  subscript(side: MergeSide) -> Value {
    get { side == .ours ? ours : theirs }
    _modify {
      switch side {
      case .ours: yield &ours
      case .theirs: yield &theirs
      }
    }
  }

  /// Both, ours first.
  var all: [Value] { [ours, theirs] }

  /// What `transform` makes of each.
  func map<Other>(_ transform: (Value) -> Other) -> BothSides<Other> {
    BothSides<Other>(ours: transform(ours), theirs: transform(theirs))
  }
}

extension BothSides: Sendable where Value: Sendable {}
