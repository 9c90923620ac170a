/// A path taken apart at its slashes; nothing here looks at the disk.
package enum FilePath {
  /// The last part of `path`; empty where it ends in a slash.
  package static func name(of path: String) -> String {
    guard let slash = lastSlash(in: path) else { return path }
    return String(Substring(path.utf8[path.utf8.index(after: slash)...]))
  }

  /// Where the last slash is.
  private static func lastSlash(in path: String) -> String.Index? {
    let bytes = path.utf8.span
    var place = bytes.count
    while place > 0 {
      place -= 1
      if bytes[place] == slash { return path.utf8.index(path.startIndex, offsetBy: place) }
    }
    return nil
  }

  /// What stands before the last part, without its slash; `.` where nothing does.
  package static func folder(of path: String) -> String {
    guard var end = lastSlash(in: path) else { return "." }
    while end > path.startIndex, path.utf8[path.utf8.index(before: end)] == slash {
      end = path.utf8.index(before: end)
    }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// `name` inside `folder`, without a needless `./` in front.
  package static func path(_ name: String, in folder: String) -> String {
    if folder.isEmpty || areSame(folder, ".") { return name }
    // A short name and its slash take no memory of their own.
    return folder + (folder.utf8.last == slash ? name : "/" + name)
  }

  /// Whether `path` is a name in `folder`, as ``folder(of:)`` would tell it.
  package static func isPath(_ path: String, ofNameIn folder: String) -> Bool {
    let (path, folder) = (path.utf8.span, folder.utf8.span)
    guard path.count > folder.count, !folder.isEmpty, path[folder.count] == slash,
      folder[folder.count - 1] != slash
    else { return false }
    var place = folder.count + 1
    while place < path.count {
      if path[place] == slash { return false }
      place += 1
    }
    return Words64.areEqual(path.extracting(0..<folder.count), folder)
  }

  /// Whether two paths are spelled with the same bytes; strings are equal too that merely look alike.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    Words64.areEqual(one.utf8.span, other.utf8.span)
  }

  /// `path` without `.`, `..` and doubled slashes, as far as its spelling tells.
  ///
  /// It serves to compare paths, not to open them: behind a symbolic link `..` is another folder.
  package static func simplified(_ path: String) -> String {
    if isSimple(path) { return path }
    let isAbsolute = path.utf8.first == slash
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: slash) where !part.elementsEqual(".".utf8) {
      guard part.elementsEqual("..".utf8) else {
        parts.append(part)
        continue
      }
      if let last = parts.last, !last.elementsEqual("..".utf8) {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.map { String(Substring($0)) }.joined(separator: "/")
  }

  /// Whether no part is empty, `.` or `..`; `false` also where a part merely begins with a dot.
  private static func isSimple(_ path: String) -> Bool {
    var previous = slash
    var isStart = true
    for byte in path.utf8 {
      if previous == slash, byte == dot || byte == slash && !isStart { return false }
      previous = byte
      isStart = false
    }
    return previous != slash
  }

  private static let dot = UInt8(ascii: ".")
  // A slash with a combining mark behind it is one Character and still a slash to the system.
  private static let slash = UInt8(ascii: "/")
}
