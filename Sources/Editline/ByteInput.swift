/// Where keys come from, byte by byte.
protocol ByteInput {
  /// The next byte, waiting no longer than `duration`; nil waits as long as it takes.
  mutating func next(waiting duration: Duration?) -> ByteEvent
}
