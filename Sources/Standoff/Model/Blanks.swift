extension Unicode.Scalar {
  /// Whether a span is cut here when it is written, for some reader of its line would break the
  /// line here: U+000A to 000D, 001C to 001E, 0085, 2028, 2029.
  var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether this is white space of any kind, or one of the separators Python counts among it.
  var isBlankOrBreak: Bool {
    if isASCII { return UInt8(value).isBlank }
    return properties.isWhitespace
  }
}
