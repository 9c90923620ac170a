import CEditline
import Glibc

/// The character encoding that libedit works in.
enum TerminalLocale {
  /// Sets it to UTF-8, and says whether that could be done.
  ///
  /// In the C locale libedit silently drops every byte that is not ASCII, and a prompt that is not
  /// ASCII crashes it. Only the encoding is set: numbers and sorting stay as they are.
  static func useUTF8() -> Bool {
    for name in ["", "C.UTF-8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, ce_locale_is_utf8() != 0 { return true }
    }
    return false
  }
}
