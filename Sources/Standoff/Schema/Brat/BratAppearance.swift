/// What `visual.conf` and `kb_shortcuts.conf` add to a schema: other words, colours and keys.
///
/// Neither can spoil a schema: what is wrong in them is a warning.
struct BratAppearance {
  private(set) var findings: [Diagnostic] = []
  private var shownNames: [String: [String]] = [:]
  private var colors: [String: LabelColor] = [:]
  private var keys: [String: Character] = [:]

  init() {}

  mutating func read(visual file: BratFile) {
    guard let lines = lines(of: file) else { return }
    var found = SchemaFindings(source: file.source, lines: lines, gravest: .warning)
    let configuration = BratConfiguration(
      lines, known: ["labels", "drawing", "options"], into: &found)
    for item in configuration.sections["labels"] ?? [] {
      shownNames[item.name] = Array(item.terms.dropFirst())
    }
    for item in configuration.sections["drawing"] ?? [] {
      let color = item.arguments.first { $0.name == "bgColor" }?.values.first
      if let color = color.flatMap(LabelColor.init(nearestTo:)) { colors[item.name] = color }
    }
    findings += found.all
  }

  mutating func read(shortcuts file: BratFile, labels: [String]) {
    guard let lines = lines(of: file) else { return }
    var found = SchemaFindings(source: file.source, lines: lines, gravest: .warning)
    let known = Set(labels)
    var taken: Set<Character> = []
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let key = words.first, !key.hasPrefix("#") else { continue }
      guard words.count == 2 else {
        found.add(
          .schemaSyntax, "a shortcut is a key and a type", line: index + 1, column: 1)
        continue
      }
      // A shortcut may also stand for a role, a relation or an attribute: galley has none for these.
      let name = String(words[1])
      guard known.contains(name), keys[name] == nil else { continue }
      let letter = key.lowercased()
      guard letter.utf8.count == 1, let letter = letter.first, letter.isASCII, letter.isLetter,
        taken.insert(letter).inserted
      else {
        found.add(
          .schemaBadValue, "“\(key)” is no key that is free; “\(name)” has none", line: index + 1,
          column: 1, length: key.unicodeScalars.count)
        continue
      }
      keys[name] = letter
    }
    findings += found.all
  }

  private mutating func lines(of file: BratFile) -> [String]? {
    if let lines = file.lines { return lines }
    findings.append(
      Diagnostic(
        .schemaSyntax, severity: .warning, "the configuration is not UTF-8",
        at: Place(source: file.source)))
    return nil
  }

  /// The labels with what was read; a shown name serves as another word where it can and is free.
  func applied(to drafts: [BratLabelDraft]) -> [Label] {
    var words = Set(drafts.map { caseFolded($0.name) })
    return drafts.map { draft in
      let aliases = (draft.shownNames + (shownNames[draft.name] ?? []))
        .map { $0.split(separator: " ").joined(separator: "_") }
        .filter { SchemaNames.isAlias($0) && words.insert(caseFolded($0)).inserted }
      return Label(
        draft.name, draft.isEvent ? .event(draft.roles) : .span, key: keys[draft.name],
        color: colors[draft.name], aliases: aliases, attributes: draft.attributes,
        relations: draft.relations, references: draft.references, parent: draft.parent,
        isAbstract: draft.isAbstract)
    }
  }
}
