/// The pairing of rows with columns whose weights sum to the most; rows and columns may stay alone.
///
/// Shortest augmenting paths with potentials (Jonker and Volgenant, Computing 38, 1987) over the
/// pairs that are given, each row with a column of its own beside them that stands for staying
/// alone. Exact, for weights are whole numbers; equally good pairings give the same one every time.
/// Takes time in proportion to rows × the pairs near one of them.
struct HeaviestMatching {
  /// A column that a row may have, at a weight above 0.
  struct Choice {
    let column: Int
    let weight: Int
  }

  /// The column of each row, `nil` for a row alone.
  private(set) var columns: [Int?]
  /// How much more weight another pairing has at most: 0 but where the steps did not suffice.
  private(set) var shortfall = 0

  private let choices: [[Choice]]
  private let columnCount: Int
  /// What a row that stays alone costs.
  private let alone: Int
  private var rowOfColumn: [Int]
  private var potentials: [Int]
  private var distances: [Int]
  private var previous: [Int]
  /// The last search that reached a column.
  private var reached: [Int]

  /// The steps are the choices that are looked at; rows that are not reached within the limit get the
  /// best column that is left.
  init(_ choices: [[Choice]], columnCount: Int, stepLimit: Int = .max) {
    self.choices = choices
    self.columnCount = columnCount
    alone = choices.joined().reduce(0) { max($0, $1.weight) }
    columns = Array(repeating: nil, count: choices.count)
    let all = columnCount + choices.count
    rowOfColumn = Array(repeating: -1, count: all)
    potentials = Array(repeating: 0, count: all)
    distances = Array(repeating: 0, count: all)
    previous = Array(repeating: -1, count: all)
    reached = Array(repeating: -1, count: all)
    var effort = SearchEffort(limit: stepLimit)
    for row in choices.indices where !augment(from: row, &effort) {
      giveUp(from: row)
      break
    }
    columns = columns.map { column in column.flatMap { $0 < columnCount ? $0 : nil } }
  }

  /// The sum of the weights of the pairs.
  var weight: Int {
    zip(columns, choices).reduce(0) { sum, row in
      sum + (row.1.first { $0.column == row.0 }?.weight ?? 0)
    }
  }

  /// Pairs the rows from one on with the columns that nobody has.
  ///
  /// The rows before are paired as well as they can be, and no other one brings more than the best of
  /// its columns.
  private mutating func giveUp(from first: Int) {
    for row in choices[first...].indices {
      shortfall += choices[row].reduce(0) { max($0, $1.weight) }
      let left = choices[row].filter { rowOfColumn[$0.column] < 0 }
      guard let best = left.max(by: { $0.weight < $1.weight }) else { continue }
      shortfall -= best.weight
      rowOfColumn[best.column] = row
      columns[row] = best.column
    }
  }

  /// Finds a column for a row, at whatever that costs others; false where the effort ends before.
  private mutating func augment(from free: Int, _ effort: inout SearchEffort) -> Bool {
    var queue = Queue()
    var scanned: [Int] = []
    guard effort.spends(choices[free].count) else { return false }
    visit(free, from: free, less: 0, &queue)
    while let next = queue.pop() {
      let column = next.column
      guard next.distance == distances[column] else { continue }
      guard rowOfColumn[column] >= 0 else {
        for other in scanned { potentials[other] += distances[other] - next.distance }
        settle(column, for: free)
        return true
      }
      scanned.append(column)
      let row = rowOfColumn[column]
      guard effort.spends(choices[row].count) else { return false }
      visit(row, from: free, less: cost(row, column) - potentials[column] - next.distance, &queue)
    }
    return true
  }

  /// Reaches the columns of a row, at their costs less what reaching the row saved.
  private mutating func visit(_ row: Int, from search: Int, less: Int, _ queue: inout Queue) {
    for choice in choices[row] {
      reach(choice.column, by: row, in: search, at: alone - choice.weight - less, &queue)
    }
    reach(columnCount + row, by: row, in: search, at: alone - less, &queue)
  }

  private mutating func reach(
    _ column: Int, by row: Int, in search: Int, at cost: Int, _ queue: inout Queue
  ) {
    let distance = cost - potentials[column]
    if reached[column] == search, distances[column] <= distance { return }
    reached[column] = search
    distances[column] = distance
    previous[column] = row
    queue.push(Queue.Item(distance: distance, column: column))
  }

  private func cost(_ row: Int, _ column: Int) -> Int {
    alone - (choices[row].first { $0.column == column }?.weight ?? 0)
  }

  /// Gives the column at the end of a path to the row before it, and so on back to `free`.
  private mutating func settle(_ end: Int, for free: Int) {
    var column = end
    while true {
      let row = previous[column]
      let given = columns[row]
      rowOfColumn[column] = row
      columns[row] = column
      guard row != free, let given else { return }
      column = given
    }
  }
}

extension HeaviestMatching {
  /// The columns that were reached, nearest first, then by number.
  private struct Queue {
    struct Item {
      let distance: Int
      let column: Int

      static func < (one: Item, other: Item) -> Bool {
        one.distance != other.distance
          ? one.distance < other.distance : one.column < other.column
      }
    }

    private var heap: [Item] = []

    mutating func push(_ item: Item) {
      heap.append(item)
      var place = heap.count - 1
      while place > 0, heap[place] < heap[(place - 1) / 2] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    mutating func pop() -> Item? {
      guard let first = heap.first, let last = heap.popLast() else { return nil }
      guard !heap.isEmpty else { return first }
      heap[0] = last
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
          if heap[child] < heap[least] { least = child }
        }
        guard least != place else { return first }
        heap.swapAt(place, least)
        place = least
      }
    }
  }
}
