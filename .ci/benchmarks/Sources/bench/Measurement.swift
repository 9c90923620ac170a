import CLimits

/// Seconds of processor time that something takes, and what it makes.
func timed<Result>(_ body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
  let start = limits_clock()
  let result = try body()
  return (limits_clock() - start, result)
}

/// The best of several rounds of a limit, a job, and the limit again.
///
/// A round in which the limit took over a fifth longer one time than the other is thrown away: some
/// neighbour was loud.
struct Rounds {
  /// The best processor times, in seconds.
  private(set) var limit = Double.infinity
  private(set) var jobs: [Double] = []
  /// How many rounds counted.
  private(set) var counted = 0

  /// Runs `count` rounds that count, of at most four times as many.
  init(_ count: Int, limit: () -> Double, jobs: () throws -> [Double]) rethrows {
    var tried = 0
    while counted < count, tried < 4 * count {
      tried += 1
      let before = limit()
      let seconds = try jobs()
      let after = limit()
      guard max(before, after) <= 1.2 * min(before, after) else { continue }
      counted += 1
      self.limit = min(self.limit, before, after)
      if self.jobs.isEmpty { self.jobs = seconds }
      for index in seconds.indices { self.jobs[index] = min(self.jobs[index], seconds[index]) }
    }
  }
}

/// A figure that cannot be trusted, because an answer was wrong or no round counted.
struct Fault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Fails where an answer is not the one that is known.
func check<Value: Equatable>(_ what: String, _ found: Value, is known: Value) throws {
  guard found == known else { throw Fault("\(what): \(found), and it should be \(known)") }
}

/// A number with `digits` digits after the point.
func decimal(_ value: Double, _ digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let rounded = Int((value * scale).rounded())
  guard digits > 0 else { return String(rounded) }
  let fraction = String(rounded % Int(scale))
  return "\(rounded / Int(scale))." + String(repeating: "0", count: digits - fraction.count)
    + fraction
}

/// Prints one figure: what, how long, and how many times the limit.
func report(_ what: String, _ seconds: Double, _ limit: Double, _ name: String) {
  let padded = what + String(repeating: " ", count: max(1, 34 - what.count))
  print("\(padded)\(decimal(seconds * 1000, 2)) ms  \(decimal(seconds / limit, 2)) x \(name)")
}
