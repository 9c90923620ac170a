/// Which of the numbers below some count hang together, each part known by its smallest number.
struct Union {
  private var parents: [Int]

  /// Begins with each number by itself.
  init(of count: Int) { parents = Array(0..<count) }

  /// Lets two numbers hang together.
  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(of: one), root(of: other))
    if a != b { parents[max(a, b)] = min(a, b) }
  }

  /// The smallest number that hangs together with one.
  mutating func root(of number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    var walk = number
    while parents[walk] != root { (walk, parents[walk]) = (parents[walk], root) }
    return root
  }
}
