/// What it costs to say that something was put in or taken out, in bits.
struct ShiftCosts {
  /// How far words move by what is put in or taken out within a word or two, in code points.
  static let smallEdit = 16
  /// That something was, and how much, up to ``smallEdit``.
  let near = 8
  /// That something was, and how much.
  let far: Int

  /// The costs in an edition of so many code points.
  init(in count: Int) { far = 4 + max(4, Int.bitWidth - max(1, count).leadingZeroBitCount) }

  /// The cost from one shift to the next.
  func cost(from shift: Int, to next: Int) -> Int {
    shift == next ? 0 : abs(shift - next) <= Self.smallEdit ? near : far
  }

  /// The cost of the shift that a chain begins with.
  func start(at shift: Int) -> Int { shift == 0 ? 0 : far }
}
