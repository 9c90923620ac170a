/// What the order of the text asks about lines.
protocol PlacedRows {
  /// The extent of the `T` in a row.
  func entry(of row: UInt32) -> TextOrder.Entry

  /// Whether the first of two rows has the lower id.
  func idPrecedes(_ left: UInt32, _ right: UInt32) -> Bool
}

extension PlacedRows {
  /// Whether one entry comes before another in the text.
  @inline(__always)
  func precedes(_ left: TextOrder.Entry, _ right: TextOrder.Entry) -> Bool {
    left.precedes(right) ?? idPrecedes(left.row, right.row)
  }
}

extension LineStore: PlacedRows {}
