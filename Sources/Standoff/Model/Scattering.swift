/// Scatters keys over the buckets of a table, differently in each process.
///
/// Multiplying by a random odd number keeps a file that was made to collide from colliding, as
/// no file can know the number. Nothing that is written depends on it.
enum Scattering {
  private static let factor = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// A number in whose every bit all bits of `key` have a part.
  @inline(__always)
  static func mixed(_ key: UInt64) -> UInt64 {
    let product = key.multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// The bucket of `key` among `count` buckets, a power of two.
  static func bucket(of key: UInt64, among count: Int) -> Int {
    let product = key.multipliedFullWidth(by: factor)
    return Int(truncatingIfNeeded: product.high ^ product.low >> 32) & (count - 1)
  }
}
