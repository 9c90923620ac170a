extension Double {
  /// A part as people read it where it is a bound: in percent, rounded up to one digit after the point.
  package var percentAtMost: String {
    let tenths = Int((1000 * self).rounded(.up))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
