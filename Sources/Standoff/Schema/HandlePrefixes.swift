/// The letters that begin the handles of each label: its key, else its shortest prefix that no
/// other label has.
///
/// Always lower-case ASCII letters, never empty, and different for every label.
struct HandlePrefixes {
  private(set) var byLabel: [String: String] = [:]
  private var taken: Set<String> = []
  /// How many endings have been tried for labels of the same letters.
  private var endings: [String: Int] = [:]

  init(_ labels: [Label], and unknown: [String] = []) {
    for label in labels {
      guard let key = label.key, key.isASCII, key.isLowercase else { continue }
      guard taken.insert(String(key)).inserted else { continue }
      byLabel[label.name] = String(key)
    }
    let names = labels.map(\.name) + unknown
    let spellings = names.map(Self.letters)
    // How many labels share each prefix: names of the same letters count as one, and are told
    // apart at the end.
    var owners: [Substring: Int] = [:]
    for spelling in Set(spellings) {
      for end in spelling.indices { owners[spelling[...end], default: 0] += 1 }
    }
    let keyless = zip(names, spellings).filter { byLabel[$0.0] == nil }
    for (name, spelling) in keyless {
      let own = spelling.indices.lazy.map { String(spelling[...$0]) }
        .first { owners[$0[...]] == 1 && !taken.contains($0) }
      if let own { give(own, to: name) }
    }
    for (name, spelling) in keyless where byLabel[name] == nil {
      give(free(after: spelling), to: name)
    }
  }

  private mutating func give(_ prefix: String, to name: String) {
    taken.insert(prefix)
    byLabel[name] = prefix
  }

  /// The first ASCII letters of a name in lower case; `x` for a name that has none.
  private static func letters(of name: String) -> String {
    let letters = String(
      decoding: name.utf8.compactMap { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: nil
        }
      }, as: UTF8.self)
    return letters.isEmpty ? "x" : String(letters.prefix(32))
  }

  /// The letters themselves, or with the first ending `b`, `c`, … `z`, `bb`, … that is not taken.
  private mutating func free(after letters: String) -> String {
    while true {
      let number = endings[letters, default: 0]
      endings[letters] = number + 1
      let candidate = letters + Self.ending(number)
      if !taken.contains(candidate) { return candidate }
    }
  }

  /// Numbers written with the letters `b` to `z`; 0 is nothing at all.
  private static func ending(_ number: Int) -> String {
    var rest = number
    var digits: [UInt8] = []
    while rest > 0 {
      digits.append(UInt8(ascii: "b") + UInt8((rest - 1) % 25))
      rest = (rest - 1) / 25
    }
    return String(decoding: digits.reversed(), as: UTF8.self)
  }
}

extension Schema {
  /// The letters that begin the handles of a label's annotations: its key, else its shortest prefix
  /// that no other label has.
  ///
  /// Always lower-case ASCII letters and never empty, also for a label the schema lacks; two such
  /// labels may share their letters, so number handles by prefix, not by label. A dictionary access
  /// for a label of the schema; for any other, as much as making the schema's prefixes anew.
  public func handlePrefix(of label: String) -> String {
    index.handlePrefixes[label]
      ?? HandlePrefixes(labels, and: [label]).byLabel[label] ?? "x"
  }
}
