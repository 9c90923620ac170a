import Glibc
import Standoff

/// The program git, run and waited for.
enum Git {
  /// What it writes to standard output, without the last line end; `nil` where it fails.
  static func output(_ arguments: String...) -> String? {
    guard var bytes = bytes(of: arguments) else { return nil }
    if bytes.last == .lineFeed { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes that it writes to standard output; `nil` where it fails.
  static func bytes(_ arguments: String...) -> [UInt8]? { bytes(of: arguments) }

  private static func bytes(of arguments: [String]) -> [UInt8]? {
    let command = "git " + arguments.map(\.asShellWord).joined(separator: " ") + " 2>/dev/null"
    guard let pipe = popen(command, "re") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer[..<count]
    }
    return pclose(pipe) == 0 ? bytes : nil
  }
}
