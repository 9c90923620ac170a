/// The pairs of `count` annotators, each once, in order.
func annotatorPairs(_ count: Int) -> [(Int, Int)] {
  (0..<count).flatMap { one in (0..<count).filter { $0 > one }.map { (one, $0) } }
}
