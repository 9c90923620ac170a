/// The written form of a journal's lines.
///
/// A line is a command, then a comment that starts at the line's last `#` and is a JSON object:
///
///     tag Claim @5-9="text" # {"time":"…","annotator":"alice","edit":[[3,[],["T1\t…\n"]]],"check":"…"}
///     undo 2 # {"undo":2,"time":"…","check":"…"}
///     # saving 00c0ffee00c0ffee # {"saving":"00c0ffee00c0ffee","time":"…","check":"…"}
///
/// Inside the object every `#` is written `\u0023`. An edit is a list of hunks, each its line from 0,
/// the lines removed and the lines added; a line that is not UTF-8 is `{"hex":"…"}`. The check is
/// the ``contentHash(of:)`` of the check before (its 16 digits) and of all that stands before
/// `,"check"` in its own line: a line changed, lost or moved breaks the chain.
package struct JournalLine: Sendable {
  /// The check of the line before, which the next line's check starts from.
  package private(set) var check = ""

  /// Starts before a journal's first line.
  package init() {}

  /// The first line, with its line end.
  package mutating func encoded(_ header: JournalHeader) -> [UInt8] {
    var members: [(key: String, value: JSONValue)] = [
      ("version", .integer(header.version)), ("article", .string(hex(header.article))),
      ("standoff", .string(hex(header.standoff))), ("rules", .integer(header.rules)),
    ]
    if let follows = header.follows { members.append(("follows", .string(follows))) }
    return encoded("# galley journal \(header.version)", members)
  }

  /// A further line, with its line end.
  package mutating func encoded(_ record: JournalRecord) -> [UInt8] {
    var members: [(key: String, value: JSONValue)] = [("time", .string("\(record.time)"))]
    if let annotator = record.annotator { members.append(("annotator", .string(annotator))) }
    if let part = record.part {
      members.append(("part", .array([.integer(part.number), .integer(part.count)])))
    }
    let command: String
    switch record.event {
    case .act(let act):
      command = act.command
      if !act.names.isEmpty {
        members.append(
          (
            "names",
            .object(
              act.names.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.description)) })
          ))
      }
      if !act.decisions.isEmpty {
        members.append(("decisions", .array(act.decisions.map(JSONValue.string))))
      }
      if let hash = act.takenIn { members.append(("takenIn", .string(hex(hash)))) }
      members.append(("edit", JSONValue(act.edit)))
    case .undo(let count):
      command = "undo \(count)"
      members.append(("undo", .integer(count)))
    case .redo(let count):
      command = "redo \(count)"
      members.append(("redo", .integer(count)))
    case .saving(let hash):
      command = "# saving \(hex(hash))"
      members.append(("saving", .string(hex(hash))))
    case .saved(let hash):
      command = "# saved \(hex(hash))"
      members.append(("saved", .string(hex(hash))))
    }
    return encoded(command, members)
  }

  /// Reads the first line, given without its line end; `nil` where it is not what was written.
  package mutating func header(_ line: ArraySlice<UInt8>) -> JournalHeader? {
    guard let (_, comment, check) = parts(of: line), let version = comment["version"]?.integer,
      let article = hash(comment["article"]), let standoff = hash(comment["standoff"]),
      let rules = comment["rules"]?.integer
    else { return nil }
    self.check = check
    var header = JournalHeader(
      article: article, standoff: standoff, rules: rules, follows: comment["follows"]?.string)
    header.version = version
    return header
  }

  /// Reads a further line, given without its line end; `nil` where it is not what was written.
  package mutating func record(_ line: ArraySlice<UInt8>) -> JournalRecord? {
    guard let (command, comment, check) = parts(of: line),
      let time = comment["time"]?.string.flatMap({ Timestamp($0) }),
      let event = event(command, comment)
    else { return nil }
    var record = JournalRecord(event, at: time, by: comment["annotator"]?.string)
    if let part = comment["part"]?.array {
      guard part.count == 2, let number = part[0].integer, let count = part[1].integer,
        1 <= number, number <= count
      else { return nil }
      record.part = .init(number: number, count: count)
    }
    self.check = check
    return record
  }

  private func event(_ command: String, _ comment: JSONValue) -> JournalRecord.Event? {
    if let edit = comment["edit"] {
      guard let edit = Edit(edit) else { return nil }
      var act = Act(command, edit)
      if case .object(let names) = comment["names"] {
        for (name, id) in names {
          guard let id = id.string else { return nil }
          act.names[name] = AnnotationID(id)
        }
      }
      act.decisions = comment["decisions"]?.array?.compactMap(\.string) ?? []
      act.takenIn = hash(comment["takenIn"])
      return .act(act)
    }
    if let count = comment["undo"]?.integer { return .undo(count) }
    if let count = comment["redo"]?.integer { return .redo(count) }
    if let saving = hash(comment["saving"]) { return .saving(saving) }
    return hash(comment["saved"]).map { .saved($0) }
  }

  // MARK: The chain of checks

  private static let checkKey = Array(#","check":""#.utf8)
  /// What follows the key: sixteen digits, a quotation mark, a brace.
  private static let checkLength = 18

  private mutating func encoded(
    _ command: String, _ members: [(key: String, value: JSONValue)]
  ) -> [UInt8] {
    var line = Array(singleLine(command).utf8)
    line += Array(" # ".utf8)
    for byte in JSONValue.object(members).encoded().utf8.dropLast() {
      if byte == UInt8(ascii: "#") { line += Array(#"\u0023"#.utf8) } else { line.append(byte) }
    }
    check = check(of: line[...])
    return line + Self.checkKey + Array(check.utf8) + Array("\"}\n".utf8)
  }

  private func parts(
    of line: ArraySlice<UInt8>
  ) -> (command: String, comment: JSONValue, check: String)? {
    let checked = line.dropLast(Self.checkLength + Self.checkKey.count)
    guard line[checked.endIndex...].starts(with: Self.checkKey) else { return nil }
    let digits = line.dropLast(2).suffix(16)
    let check = check(of: checked)
    guard check.utf8.elementsEqual(digits), line.suffix(2).elementsEqual("\"}".utf8),
      let start = line.lastIndex(of: UInt8(ascii: "#")), start > line.startIndex,
      let text = String(validating: line[..<(start - 1)], as: UTF8.self),
      let comment = String(validating: line[(start + 1)...], as: UTF8.self),
      let value = JSONValue(parsing: comment)
    else { return nil }
    return (text, value, check)
  }

  private func check(of line: ArraySlice<UInt8>) -> String {
    hex(contentHash(of: Array(check.utf8) + line))
  }

  private func hash(_ value: JSONValue?) -> UInt64? {
    guard let text = value?.string, text.utf8.count == 16 else { return nil }
    return UInt64(text, radix: 16)
  }

  private func hex(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A command on one line: line ends can only stand inside quotes, where an escape means the same.
  private func singleLine(_ command: String) -> String {
    guard command.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return command }
    var line = ""
    for scalar in command.unicodeScalars {
      switch scalar {
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        line += "\\u{\(String(scalar.value, radix: 16))}"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
