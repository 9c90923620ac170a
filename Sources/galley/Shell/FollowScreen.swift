import Glibc

/// The terminal that an article is kept in view on: the alternate screen, so that what stood there
/// comes back; a terminal that can do nothing but print gets the lines one below the other.
final class FollowScreen {
  /// Whether lines are put in their places, so that another size calls for drawing anew.
  let isDrawn = StandardStream.output.isTerminal && !Environment.isDumb
  private var modes: termios?

  /// Takes the screen: without cursor, without wrapping of lines, keys not shown.
  func begin() {
    guard isDrawn else { return }
    var modes = termios()
    if tcgetattr(STDIN_FILENO, &modes) == 0 {
      self.modes = modes
      modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }
    StandardStream.output.write("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l")
  }

  /// Gives the screen back as it was.
  func end() {
    guard isDrawn else { return }
    StandardStream.output.write("\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l")
    if var modes { tcsetattr(STDIN_FILENO, TCSANOW, &modes) }
  }

  /// Shows lines, and one at the window's foot.
  func draw(_ lines: [String], foot: String) {
    guard isDrawn else { return StandardStream.output.write(lines: lines + [foot, ""]) }
    // The rest of a row goes before it is written: after its last column that would go, too.
    let clear = "\u{1B}[K"
    let body = lines.map { clear + $0 + "\n" }.joined()
    // The foot last: a window that was made smaller meanwhile shows at least the lines above.
    StandardStream.output.write(
      "\u{1B}[H" + body + "\u{1B}[J\u{1B}[\(Environment.rows);1H" + clear + foot)
  }

  /// Waits for keys or a signal, so many milliseconds at the most; whether `q` was typed.
  func leaves(within milliseconds: Int32) -> Bool {
    guard isDrawn, modes != nil else {
      poll(nil, 0, milliseconds)
      return false
    }
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, milliseconds) > 0, input.revents & Int16(POLLIN) != 0 else {
      // A terminal that went away would be ready at once, again and again.
      if input.revents != 0 { poll(nil, 0, milliseconds) }
      return false
    }
    var keys = [UInt8](repeating: 0, count: 256)
    let count = read(STDIN_FILENO, &keys, keys.count)
    return count > 0 && keys[..<count].contains(UInt8(ascii: "q"))
  }
}
