/// What a person says to a numbered list of hits: `y`, `n`, `all`, or numbers as `1-4,6`.
package enum BulkAnswer: Hashable, Sendable {
  /// Those that are ticked.
  case ticked
  /// All of them.
  case all
  /// None.
  case none
  /// Those with these numbers.
  case numbers(Set<Int>)

  /// Reads an answer; an empty one is `n`, since nothing is changed by accident.
  ///
  /// - Parameter count: how many hits there are; a number beyond makes the answer unreadable.
  /// - Returns: `nil` where it is no answer.
  package init?(_ text: String, count: Int) {
    let answer = text.lowercased().filter { !$0.isWhitespace }
    switch answer {
    case "y", "yes": self = .ticked
    case "a", "all": self = .all
    case "", "n", "no", "q": self = .none
    default:
      var numbers: Set<Int> = []
      for part in answer.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil,
          1 <= first, first <= last, last <= count
        else { return nil }
        numbers.formUnion(first...last)
      }
      self = .numbers(numbers)
    }
  }

  /// The hits that the answer leaves.
  package func selection(of hits: [Hit]) -> [Hit] {
    switch self {
    case .ticked: hits.filter(\.isTicked)
    case .all: hits
    case .none: []
    case .numbers(let numbers): hits.filter { numbers.contains($0.number) }
    }
  }
}
