extension String {
  /// The text as one word of a line for the system's shell, in quotes where it has to be.
  ///
  /// A message that names a path in such a line takes it from here, so that the line can be copied.
  package var asShellWord: String {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": true
      // In the shell's eyes nothing beyond ASCII parts words, but a reader may not see a blank there.
      case _ where !scalar.isASCII: !scalar.properties.isWhitespace
      default: "_-./,:+@%=".unicodeScalars.contains(scalar)
      }
    }
    if isPlain, !isEmpty { return self }
    let parts = split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
