import CEditline
import Glibc

/// The columns that `text` takes on a terminal.
///
/// A character that is drawn as one picture counts once: flags, emoji joined by U+200D and emoji
/// with a skin tone or U+FE0F take two columns. Control characters count nothing; make them
/// `visible` first. Linear in the text.
///
/// The command language has a table of its own, of Unicode 16, so that what a script prints is the
/// same everywhere. Here it is the C library that counts, because it does so for libedit, which
/// places the cursor. So they differ on what is younger than the C library, or has become wide since,
/// which counts nothing or one here; on format characters, of which some count one here; and on half
/// a flag, which counts one here and two there.
package func displayWidth(_ text: some StringProtocol) -> Int {
  text.reduce(0) { $0 + displayWidth($1) }
}

/// The columns that one character, as a person sees it, takes on a terminal.
package func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.count == 1, let only = scalars.first { return columns(of: only) }
  if isOnePicture(scalars) { return 2 }
  return scalars.reduce(0) { $0 + columns(of: $1) }
}

/// Whether several scalars are an emoji sequence: a flag, or one with a skin tone, U+FE0F or a joiner.
private func isOnePicture(_ scalars: Character.UnicodeScalarView) -> Bool {
  guard let first = scalars.first else { return false }
  return first.properties.isEmojiPresentation
    || scalars.contains { $0 == "\u{FE0F}" || (0x1F3FB...0x1F3FF).contains($0.value) }
    || !first.isASCII && first.properties.isEmoji && scalars.contains("\u{200D}")
}

/// The start of `text` that fits into `width` columns, with `…` for what was cut.
package func truncated(_ text: String, toWidth width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var result = ""
  var used = 0
  for character in text {
    used += displayWidth(character)
    guard used < width else { break }
    result.append(character)
  }
  return width > 0 ? result + "…" : ""
}

/// The columns of one scalar, by the C library's tables for UTF-8, which libedit goes by as well.
///
/// The tables are asked for by name, so that the answer does not depend on the locale in force.
/// Where they are missing, marks count nothing and everything else one.
func columns(of scalar: Unicode.Scalar) -> Int {
  if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
  guard let utf8Tables else {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }
  return max(0, Int(ce_width(wchar_t(bitPattern: scalar.value), utf8Tables)))
}

/// Made once and never freed; the C library only reads it.
nonisolated(unsafe) private let utf8Tables = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
