import Glibc
import Standoff

/// What a repository of git is told about standoff files, and where that stands.
struct GitSetup {
  private static let attributes = "*.ann merge=galley diff=galley"
  // Decisions are lines that stand by themselves; of two on one conflict the later one counts.
  private static let decisions = "*.decisions merge=union"
  private static let ignored = ".galley/"

  private let folder: String
  private let settings: [(key: String, value: String)]

  /// Finds the repository around the current folder.
  ///
  /// - Throws: `no-repository`.
  init() throws(DiagnosticError) {
    guard let folder = Git.output("rev-parse", "--show-toplevel") else {
      throw DiagnosticError(
        .noRepository,
        "this folder is in no repository that git knows; go into one, or make it with `git init`")
    }
    self.folder = folder
    let galley = Environment.executable.asShellWord
    settings = [
      ("merge.galley.name", "annotations, merged by galley"),
      (
        "merge.galley.driver",
        // Where nothing can be merged, or the program is gone, an older git takes any status for a
        // conflict and leaves what stands there: both sides then, as without a driver, and not ours.
        "\(galley) git merge %O %A %B -- %P || { s=$?; test $s -eq 1 || "
          + "{ git merge-file -q -L ours -L base -L theirs %A %O %B; s=129; }; exit $s; }"
      ),
      ("diff.galley.textconv", "\(galley) git text"),
    ]
  }

  /// Writes what is missing, and says what it wrote.
  func carryOut() throws(DiagnosticError) -> [String] {
    var told: [String] = []
    for (name, line) in Self.lines {
      var bytes = try bytes(of: name)
      if Self.has(line, in: bytes) { continue }
      if let last = bytes.last, last != .lineFeed { bytes.append(.lineFeed) }
      try AtomicFile().write(bytes + Array("\(line)\n".utf8), to: path(name))
      told.append("\(name): \(line)")
    }
    for (key, value) in settings where Git.output("config", "--local", "--get", key) != value {
      guard Git.output("config", "--local", "--replace-all", key, value) != nil else {
        throw DiagnosticError(
          .noRepository, "git could not be told \(key); see what `git config --local \(key)` says")
      }
      told.append("this clone: \(key)")
    }
    return (told.isEmpty ? ["everything is set up already"] : told) + overruled
  }

  /// Takes back what ``carryOut()`` wrote, and says what it took.
  func remove() throws(DiagnosticError) -> [String] {
    var told: [String] = []
    for (name, line) in Self.lines {
      let old = try bytes(of: name)
      guard Self.has(line, in: old) else { continue }
      let kept = Self.split(old).filter { !Self.isLine($0, line) }.flatMap { $0 }
      if kept.isEmpty { unlink(path(name)) } else { try AtomicFile().write(kept, to: path(name)) }
      told.append("\(name): \(line) taken out")
    }
    for section in ["merge.galley", "diff.galley"]
    where Git.output("config", "--local", "--remove-section", section) != nil {
      told.append("this clone: \(section) taken out")
    }
    return told.isEmpty ? ["nothing was set up"] : told
  }

  /// What is not set up, a line each.
  func missing() throws(DiagnosticError) -> [String] {
    var told: [String] = []
    for (name, line) in Self.lines {
      if Self.has(line, in: try bytes(of: name)) { continue }
      told.append("\(name) lacks \(line)")
    }
    for (key, _) in settings where Git.output("config", "--get", key) == nil {
      told.append("this clone lacks \(key)")
    }
    if let gone = programThatIsGone {
      told.append("this clone merges with \(gone), which cannot be run")
    }
    if told.isEmpty { return overruled }
    return told + ["run `galley git setup`"]
  }

  /// The program that git was told of, where the system's shell does not find it.
  private var programThatIsGone: String? {
    let ending = " git text"
    guard let told = Git.output("config", "--get", "diff.galley.textconv"), told.hasSuffix(ending)
    else { return nil }
    let program = String(told.dropLast(ending.count))
    return SystemShell.finds(program) ? nil : program
  }

  /// Files that other lines of attributes let git merge in another way.
  private var overruled: [String] {
    [("*.ann", "galley"), ("*.decisions", "union")].flatMap { pattern, way in
      let files =
        Git.output("-C", folder, "ls-files", "--", pattern, ":(exclude,attr:merge=\(way))") ?? ""
      // What is not there yet is merged as any file of that ending.
      let any = "any" + pattern.dropFirst()
      let told = Git.output("-C", folder, "check-attr", "merge", "--", any)
      if let told, files.isEmpty, !told.hasSuffix(": merge: \(way)") {
        return ["files \(pattern) are not merged by \(way): see `git check-attr -a \(any)`"]
      }
      return files.split(separator: "\n").prefix(Self.mostTold).map { file in
        "\(file) is not merged by \(way): see `git check-attr -a \(String(file).asShellWord)`"
      }
    }
  }

  /// How many files are told that are merged in another way.
  private static let mostTold = 8

  private static let lines = [
    (".gitattributes", attributes), (".gitattributes", decisions), (".gitignore", ignored),
  ]

  private func path(_ name: String) -> String { FilePath.path(name, in: folder) }

  private func bytes(of name: String) throws(DiagnosticError) -> [UInt8] {
    try FileReading().bytes(ofPossible: path(name), as: "file of git") ?? []
  }

  private static func has(_ line: String, in bytes: [UInt8]) -> Bool {
    split(bytes).contains { isLine($0, line) }
  }

  /// Whether the bytes of a line, with its end, say this.
  private static func isLine(_ bytes: ArraySlice<UInt8>, _ line: String) -> Bool {
    bytes.filter { $0 != .lineFeed && $0 != .carriageReturn }.elementsEqual(line.utf8)
  }

  /// The lines with their ends.
  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: .lineFeed).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }
}

extension DiagnosticName {
  /// A repository of git was needed, and there is none.
  static let noRepository = DiagnosticName("no-repository")
}
