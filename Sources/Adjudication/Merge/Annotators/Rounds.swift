/// The rounds in which things are taken some of which wait for others: in each, in order, those that
/// wait for nothing which is not taken yet.
///
/// In a circle nobody is the first, and the first of all that are left is taken alone. All rounds
/// together take time linear in the things and in what they wait for, but for sorting.
struct Rounds {
  private let things: [Int]
  /// By place, how many it waits for.
  private var missing: [Int]
  /// By place, those that wait for it.
  private var followers: [[Int]]
  private var isTaken: [Bool]
  /// The places of those that can be taken next.
  private var ready: [Int] = []
  /// All things before this place are taken.
  private var first = 0

  /// Finds out what waits for what; what is named beside `things` is there already.
  init(of things: [Int], waitingFor others: (Int) -> [Int]) {
    self.things = things
    let places = Dictionary(uniqueKeysWithValues: things.enumerated().map { ($1, $0) })
    missing = Array(repeating: 0, count: things.count)
    followers = Array(repeating: [], count: things.count)
    isTaken = Array(repeating: false, count: things.count)
    for (place, thing) in things.enumerated() {
      let awaited = Set(others(thing).compactMap { places[$0] })
      missing[place] = awaited.count
      for other in awaited { followers[other].append(place) }
      if awaited.isEmpty { ready.append(place) }
    }
  }

  /// Those of the next round; `nil` where all are taken.
  mutating func next() -> [Int]? {
    if ready.isEmpty {
      while first < things.count, isTaken[first] { first += 1 }
      guard first < things.count else { return nil }
      ready = [first]
    }
    let round = ready
    ready = []
    for place in round { isTaken[place] = true }
    for follower in round.flatMap({ followers[$0] }) {
      missing[follower] -= 1
      if missing[follower] == 0, !isTaken[follower] { ready.append(follower) }
    }
    ready.sort()
    return round.map { things[$0] }
  }
}
