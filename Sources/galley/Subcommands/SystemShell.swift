import Glibc

/// The shell that other programs hand command lines to.
enum SystemShell {
  /// Whether it finds a program, spelled as it is typed there.
  static func finds(_ program: String) -> Bool {
    guard let pipe = popen("command -v \(program) >/dev/null 2>&1", "re") else { return false }
    return pclose(pipe) == 0
  }
}
