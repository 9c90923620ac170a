/// The mean and the deviation of some numbers; both 0 where there are none.
struct Spread: Hashable, Sendable {
  let mean: Double
  /// The square root of the mean square distance from the mean.
  let deviation: Double

  /// The order of the numbers does not matter, to the last bit.
  init(of numbers: [Double]) {
    let count = Double(max(1, numbers.count))
    let sorted = numbers.sorted()
    let mean = sorted.reduce(0, +) / count
    self.mean = mean
    deviation = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
  }

  /// A normally distributed number with this mean and deviation.
  func draw(_ numbers: inout SeededNumbers) -> Double {
    numbers.normal(mean: mean, deviation: deviation)
  }
}
