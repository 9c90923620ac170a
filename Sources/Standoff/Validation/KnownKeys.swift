/// A few numbers that were once found to be in order, and are asked for again on most lines.
///
/// It forgets nothing and takes no more when it is three quarters full, so that a file with many
/// different lines costs no more than the answers it would need anyway.
struct KnownKeys: Sendable {
  private var slots = Array(repeating: Self.empty, count: 1 << Self.bits)
  /// How many there are.
  private(set) var count = 0

  private static var bits: Int { 10 }
  private static var empty: UInt64 { .max }

  /// Whether `key` was put in.
  func contains(_ key: UInt64) -> Bool { slots[slot(of: key)] == key }

  /// Puts `key`, which is not the largest number, in, where there is room.
  mutating func insert(_ key: UInt64) {
    let slot = slot(of: key)
    guard slots[slot] == Self.empty, count * 4 < slots.count * 3 else { return }
    slots[slot] = key
    count += 1
  }

  /// Where the key is, or where it would go.
  private func slot(of key: UInt64) -> Int {
    // The golden ratio spreads keys that differ in any field.
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    while slots[slot] != key, slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
