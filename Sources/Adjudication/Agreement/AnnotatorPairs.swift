/// The pairs of `count` annotators, each once, in order.
func annotatorPairs(_ count: Int) -> [(Int, Int)] {
  var pairs: [(Int, Int)] = []
  pairs.reserveCapacity(count * (count - 1) / 2)
  for one in 0..<count { for other in one + 1..<count { pairs.append((one, other)) } }
  return pairs
}
