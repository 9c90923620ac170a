/// Makes continua at random, none of them without units.
///
/// What is made depends neither on the names of labels and annotators nor on their order.
protocol ContinuumSource {
  /// One more.
  func next(_ numbers: inout SeededNumbers) -> Continuum
}
