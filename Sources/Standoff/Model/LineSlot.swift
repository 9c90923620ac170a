/// Where a line of an annotation set is kept, whatever its line number is at the moment.
///
/// Slots are given out in order of arrival and stay with their line while others come and go; only
/// ``AnnotationSet/apply(_:)`` may number them anew, when most of what was kept is gone.
package struct LineSlot: Hashable, Sendable {
  /// The row in the columns.
  package let row: UInt32

  /// Creates the slot of a row.
  init(_ row: UInt32) { self.row = row }
}

extension UInt32 {
  /// What stands in a column where there is no row to name.
  static var none: UInt32 { .max }
}
