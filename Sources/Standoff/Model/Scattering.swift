/// Scatters keys over the buckets of a table, differently in each process.
///
/// Multiplying by a random odd number keeps a file that was made to collide from colliding, as
/// no file can know the number. Nothing that is written depends on it.
enum Scattering {
  private static let factor = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  /// The bucket of `key` among `count` buckets, a power of two.
  static func bucket(of key: UInt64, among count: Int) -> Int {
    let product = key.multipliedFullWidth(by: factor)
    return Int(truncatingIfNeeded: product.high ^ product.low >> 32) & (count - 1)
  }
}
