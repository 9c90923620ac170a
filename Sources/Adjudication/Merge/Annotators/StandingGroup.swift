/// A group that stands in a merged file.
struct StandingGroup: Sendable {
  let name: String
  /// The numbers of its members, in order.
  let members: [Int]
}
