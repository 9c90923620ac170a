/// What came from the keyboard.
enum Key: Equatable {
  /// A character of text, or a control code.
  case character(Unicode.Scalar)
  /// A key without a character of its own.
  case named(NamedKey)
  /// An escape sequence that is none of the named keys, without its escape.
  case sequence(String)
  /// A block that the terminal says was pasted, its line ends folded to `\n`.
  case paste(String)
  /// Not a key: somebody sent SIGINT.
  case interrupted
  /// Not a key: the window has another size.
  case resized
  /// Not a key: the terminal is gone.
  case ended
  /// Not a key: the terminal could not be read.
  case failed(errno: Int32)
}
