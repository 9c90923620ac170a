/// `text` with everything that could steer a terminal, or hide on it, written as `\u{…}`.
///
/// These are control characters, the escape that starts a terminal's commands among them, line
/// and paragraph separators, the marks that turn the direction of text, byte order marks and other
/// invisible format characters. Joiners stay, since emoji and several scripts are written with
/// them. A string without any comes back as it is. The command language, which this module knows
/// nothing of, spells the same characters in the same way.
package func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isHidden) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isHidden(scalar) {
      result += escaped(scalar)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\t": "\\t"
  default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}

private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F: false
  case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL, C1
  case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: true  // direction
  case 0xAD, 0x180E, 0x200B, 0x2060...0x2065, 0xFEFF: true  // nothing to see
  case 0x2028, 0x2029, 0xFFF9...0xFFFB: true  // separators, ruby anchors
  case 0xE0020...0xE007F: false  // the letters of flags such as Scotland's
  case 0xE0000...0xE0FFF: true  // tags, variation selectors beyond the first
  default: false
  }
}
