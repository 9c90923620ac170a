/// A unit or a gap of one annotator: a piece of a continuum that is divided without rest.
struct Segment: Hashable {
  let start: Int
  let end: Int
  /// The label of a unit; `nil` for a gap.
  let label: String?

  var length: Int { end - start }
  var isUnit: Bool { label != nil }
}
