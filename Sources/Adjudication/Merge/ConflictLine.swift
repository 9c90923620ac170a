import Standoff

/// The text of the `Conflict` lines of a merge, of one conflict after the other, as JSON written straight
/// into bytes.
///
/// `ID` is how the merge knows the lines that say something.
struct ConflictLine<ID: Equatable> {
  /// What stands before and behind the names of those who say what the line is on.
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  /// Who says something, as JSON, with the lines that say it.
  private var voices: [(name: [UInt8], ids: Range<Int>)] = []
  private var ids: [ID] = []

  /// Begins another conflict; what is said of it comes next.
  mutating func begin() {
    voices.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
  }

  /// Adds somebody who says something, in the order of those who do; `name` is a string in JSON.
  mutating func add(_ name: [UInt8]) { voices.append((name, ids.count..<ids.count)) }

  /// Adds a line that says it of whoever was added last.
  mutating func add(_ id: ID) {
    ids.append(id)
    guard let last = voices.indices.last else { return }
    voices[last].ids = voices[last].ids.lowerBound..<ids.count
  }

  /// Makes the lines of what was said; `isOneSilent` where somebody says that nothing is there, and
  /// `isTriggerKept` where that is an event alone, whose trigger both sides of a merge have.
  mutating func end(
    _ kind: MergeConflict.Kind, group: Int, name: String?, isOneSilent: Bool,
    isTriggerKept: Bool = false,
    writing write: (ID, inout [UInt8]) -> Void
  ) {
    head.removeAll(keepingCapacity: true)
    head += "{\"kind\":\"".utf8
    head += kind.rawValue.utf8
    head += "\",\"group\":".utf8
    head += String(group).utf8
    head += ",\"from\":[".utf8
    tail.removeAll(keepingCapacity: true)
    tail.append(UInt8(ascii: "]"))
    if let name {
      tail += ",\"name\":".utf8
      tail += JSONValue.string(name).encoded(asciiOnly: true).utf8
    }
    if isTriggerKept || kind.listsReadings(named: name, isOneSilent: isOneSilent) {
      addReadings(write)
    }
    tail.append(UInt8(ascii: "}"))
  }

  private mutating func addReadings(_ write: (ID, inout [UInt8]) -> Void) {
    tail += ",\"readings\":{".utf8
    for (number, voice) in voices.enumerated() {
      if number > 0 { tail.append(UInt8(ascii: ",")) }
      tail += voice.name
      tail += ":[".utf8
      for place in voice.ids {
        if place > voice.ids.lowerBound { tail.append(UInt8(ascii: ",")) }
        write(ids[place], &tail)
      }
      tail.append(UInt8(ascii: "]"))
    }
    tail.append(UInt8(ascii: "}"))
  }

  /// Adds the text of the line on one of the disputed: from those who say it or, where nobody does, from
  /// all.
  func write(on id: ID, to bytes: inout [UInt8]) {
    bytes += head
    let isAll = !ids.contains(id)
    var isFirst = true
    for voice in voices where isAll || ids[voice.ids].contains(id) {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes += voice.name
    }
    bytes += tail
  }
}
