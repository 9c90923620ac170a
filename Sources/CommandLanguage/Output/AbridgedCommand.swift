extension String {
  /// The commands of an act on one line of a moderate length: the first, and how many follow it.
  var abridged: String {
    var first = String.UnicodeScalarView()
    var count = 0
    var isQuoted = false
    var isEscaped = false
    for scalar in unicodeScalars {
      if scalar == ";", !isQuoted { count += 1 }
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = scalar == "\\" && !isEscaped
      if count == 0 { first.append(scalar) }
    }
    return (first.count > 240 ? Self.ends(of: first) : String(first))
      + (count == 0 ? "" : "; … \(count) more")
  }

  private static func ends(of scalars: String.UnicodeScalarView) -> String {
    String(String.UnicodeScalarView(scalars.prefix(160))) + "…"
      + String(String.UnicodeScalarView(scalars.suffix(72)))
  }
}
