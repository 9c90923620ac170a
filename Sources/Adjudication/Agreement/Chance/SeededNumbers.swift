import Glibc

/// Random numbers that belong to a seed: the same on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  /// The second of two normal numbers, which come in pairs.
  private var spare: Double?

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53 as Int) }

  /// A normally distributed number, by the polar method (Marsaglia and Bray, 1964).
  mutating func normal(mean: Double, deviation: Double) -> Double {
    if let number = spare {
      spare = nil
      return mean + deviation * number
    }
    while true {
      let (x, y) = (2 * fraction() - 1, 2 * fraction() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = y * factor
      return mean + deviation * x * factor
    }
  }
}
