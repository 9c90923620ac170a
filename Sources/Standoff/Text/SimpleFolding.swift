extension Unicode.Scalar {
  /// The letter that stands for this one when case does not count: Unicode's simple case folding.
  ///
  /// The standard library has the mappings to capitals and small letters but not the folding. The
  /// small letter of the capital is the same, wherever both are single code points, but for the
  /// Turkish dotless i, whose capital is `I` and which folds to itself.
  var simplyFolded: Unicode.Scalar {
    if value < 0x80 {
      return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value) + 0x20) : self
    }
    guard value != 0x131 else { return self }
    let capital = Self.only(properties.uppercaseMapping) ?? self
    return Self.only(capital.properties.lowercaseMapping) ?? capital
  }

  private static func only(_ mapping: String) -> Unicode.Scalar? {
    var scalars = mapping.unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return nil }
    return first
  }
}

extension String {
  /// The string with every code point simply folded, see ``Unicode/Scalar/simplyFolded``.
  var simplyFolded: String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars { folded.append(scalar.simplyFolded) }
    return String(folded)
  }
}
