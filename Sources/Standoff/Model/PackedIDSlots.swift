extension [UInt64] {
  /// Where an id in 64 bits is among these, or where it would go; none is 0, which marks free places.
  ///
  /// Places are found by open addressing. There is a power of two of them, eight at least, and not all
  /// are taken. Ids that follow one another share a line of the cache.
  @inline(__always)
  func slot(ofID key: UInt64) -> Int {
    let line = Scattering.bucket(of: key >> 3, among: count >> 3)
    var slot = line << 3 | Int(truncatingIfNeeded: key & 7)
    while self[slot] != 0, self[slot] != key { slot = (slot + 1) & (count - 1) }
    return slot
  }
}
