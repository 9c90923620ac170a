/// Reads the lines that brat's configuration files are made of: sections, macros, items by indent.
///
/// The grammar is that of brat's own reader. What makes that one give up on the whole file is here
/// an error at its line, and the rest is read all the same.
struct BratConfiguration {
  /// The items of each section, by its name.
  private(set) var sections: [String: [BratItem]] = [:]

  private static let reserved: Set<String> = [
    "<ANY>", "<ENTITY>", "<RELATION>", "<EVENT>", "<NONE>", "<EMPTY>", "<REL-TYPE>", "<URL>",
    "<URLBASE>", "<UNICODE>", "<GLYPH-POS>", "<DEFAULT>", "<NORM>", "<OVERLAP>", "<OVL-TYPE>",
    inherit,
  ]
  /// The word that stands for the arguments of the item above.
  private static let inherit = "<INHERIT>"
  // Far beyond what people write, and little enough that no file takes long.
  private static let longestLine = 1 << 16
  private static let mostMacros = 100
  private static let mostArguments = 500

  /// What holds for the section that is being read.
  private struct Section {
    let name: String
    /// Names and values of the macros so far, in the order they are replaced.
    var macros: [(name: String, value: String)] = []
    /// The last item at each depth, with its arguments as they were written.
    var above: [Int: (name: String, arguments: [String])] = [:]
    /// In `[labels]` only a tab parts names from arguments.
    var needsTab: Bool { name == "labels" }
  }

  /// Reads the lines of a file; `known` are the sections it is expected to have.
  init(_ lines: [String], known: [String], into findings: inout SchemaFindings) {
    var section: Section?
    for (index, line) in lines.enumerated() {
      let line = line.hasSuffix("\r") ? String(line.unicodeScalars.dropLast()) : line
      let number = index + 1
      let content = Self.trimmed(line)
      if content.isEmpty || content.hasPrefix("#") { continue }
      if content.hasPrefix("["), content.hasSuffix("]") {
        let name = String(content.dropFirst().dropLast())
        let canonical = name == "spans" ? "entities" : name
        if !known.contains(canonical) {
          findings.add(
            .schemaUnknownSection, severity: .warning,
            "the section [\(name)] is not known here and is passed over", line: number, column: 1,
            length: content.unicodeScalars.count, fix: nearest(to: name, among: known))
        }
        section = Section(name: canonical)
        sections[canonical, default: []] += []
        continue
      }
      guard var current = section else {
        findings.add(
          .schemaSyntax, severity: .warning, "a line before the first section is passed over",
          line: number, column: 1)
        continue
      }
      // What stands in a section nobody knows is nobody's fault.
      guard known.contains(current.name) else { continue }
      // A line of hyphens parts groups in a menu.
      if content.allSatisfy({ $0 == "-" }) { continue }
      if let item = Self.item(line, number, &current, &findings) {
        sections[current.name, default: []].append(item)
      }
      section = current
    }
  }

  private static func item(
    _ line: String, _ number: Int, _ section: inout Section, _ findings: inout SchemaFindings
  ) -> BratItem? {
    if let macro = macro(line) {
      define(macro, number, &section, &findings)
      return nil
    }
    guard line.utf8.count <= longestLine else {
      findings.add(.schemaTooLarge, "the line is longer than any can be", line: number, column: 1)
      return nil
    }
    guard let expanded = expand(line, number, section.macros, &findings) else { return nil }
    let written = parts(of: expanded, needsTab: section.needsTab)
    guard written.arguments.count <= mostArguments else {
      findings.add(.schemaTooLarge, "more arguments than a line can need", line: number, column: 1)
      return nil
    }
    let depth = expanded.unicodeScalars.prefix { $0.properties.isWhitespace }.count
    let above = section.above[depth - 1]
    let arguments = inheriting(written.arguments, from: above?.arguments) {
      findings.add(
        .schemaSyntax, "<INHERIT> needs a line above it that is indented by one blank less",
        line: number, column: column(of: inherit, in: line), length: inherit.utf8.count)
    }
    var reader = BratArgumentReader(line: number, text: line)
    for argument in arguments { reader.read(argument, into: &findings) }
    let terms = reader.terms(written.terms, isLabelled: section.needsTab, into: &findings)
    guard let name = terms.names.first else { return nil }
    if depth > 0, above == nil {
      findings.add(
        .schemaSyntax,
        "“\(name)” is indented by \(depth), and no line above it by \(depth - 1)", line: number,
        column: depth + 1, length: name.unicodeScalars.count)
    }
    section.above[depth] = (name, arguments)
    return BratItem(
      line: number, terms: terms.names, isAbstract: terms.isAbstract, arguments: reader.arguments,
      special: reader.special, parent: above?.name)
  }

  /// Takes over a macro, which replaces an earlier one of its name.
  private static func define(
    _ macro: (name: String, value: String), _ number: Int, _ section: inout Section,
    _ findings: inout SchemaFindings
  ) {
    guard !reserved.contains(macro.name) else {
      return findings.add(
        .schemaBadName, "“\(macro.name)” is a word of brat's own and cannot be defined",
        line: number, column: 1, length: macro.name.unicodeScalars.count)
    }
    section.macros.removeAll { $0.name == macro.name }
    guard section.macros.count < mostMacros else {
      return findings.add(
        .schemaTooLarge, "more macros than a section can need", line: number, column: 1)
    }
    section.macros.append(macro)
  }

  /// Arguments with those of the item above in place of each `<INHERIT>`; `lacksParent` is called where
  /// there is none, and the word left out.
  private static func inheriting(
    _ arguments: [String], from parent: [String]?, lacksParent: () -> Void
  ) -> [String] {
    arguments.flatMap { argument in
      guard argument == inherit else { return [argument] }
      guard let parent else {
        lacksParent()
        return []
      }
      return parent
    }
  }

  /// `<NAME>=value`, where the name stands at the start of the line.
  private static func macro(_ line: String) -> (name: String, value: String)? {
    guard line.hasPrefix("<"), let end = line.firstIndex(of: ">") else { return nil }
    let name = line[line.startIndex...end]
    let rest = line[line.index(after: end)...]
    let isName = name.dropFirst().dropLast().utf8.allSatisfy { byte in
      byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    guard rest.hasPrefix("="), isName, name.utf8.count > 2 else { return nil }
    return (String(name), trimmed(String(rest.dropFirst())))
  }

  /// The line with its macros replaced, in the order they were defined; `nil` where one is not
  /// defined.
  private static func expand(
    _ line: String, _ number: Int, _ macros: [(name: String, value: String)],
    _ findings: inout SchemaFindings
  ) -> String? {
    var line = line
    let original = line
    for macro in macros {
      var rest = line[...]
      var result = ""
      while let range = rest.firstRange(of: macro.name) {
        result += rest[..<range.lowerBound] + macro.value
        rest = rest[range.upperBound...]
        guard result.utf8.count <= longestLine else {
          findings.add(
            .schemaTooLarge, "the macros make this line longer than any can be", line: number,
            column: 1)
          return nil
        }
      }
      line = result + rest
    }
    var unknown: Set<String> = []
    var rest = line[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let name = String(rest[start...end])
      if !reserved.contains(name), unknown.insert(name).inserted {
        findings.add(
          .schemaUndefinedMacro,
          "“\(name)” is not defined in this section; write \(name)=… above, macros do not reach "
            + "from one section into the next",
          line: number, column: column(of: name, in: original),
          length: name.unicodeScalars.count,
          fix: nearest(to: name, among: macros.map(\.name) + reserved.sorted()))
      }
      rest = rest[rest.index(after: end)...]
    }
    return unknown.isEmpty ? line : nil
  }

  /// Names before the first blank (in `[labels]`: tab), arguments after it.
  ///
  /// Where arguments would hold blanks and there is a tab, the tab parts them, as in old files whose
  /// names hold blanks.
  private static func parts(
    of line: String, needsTab: Bool
  ) -> (terms: [String], arguments: [String]) {
    let scalars = line.unicodeScalars.drop { $0.properties.isWhitespace }
    func split(_ isGap: (Unicode.Scalar) -> Bool) -> (terms: [String], arguments: [String]) {
      let names = scalars.prefix { !isGap($0) }
      let rest = scalars[names.endIndex...]
      return (
        Substring(names).split(separator: "|").map { trimmed(String($0)) }.filter { !$0.isEmpty },
        Substring(rest).split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
      )
    }
    let byTab = split { $0 == "\t" }
    if needsTab { return byTab }
    let byBlank = split(\.properties.isWhitespace)
    let hasBlanks = byBlank.arguments.contains {
      $0.unicodeScalars.contains(where: \.properties.isWhitespace)
    }
    return hasBlanks && scalars.contains("\t") ? byTab : byBlank
  }

  /// Where a word stands in a line as it was written, in code points from 1; its first column that
  /// is not blank where a macro brought the word.
  static func column(of word: String, in line: String) -> Int {
    let start =
      line.firstRange(of: word)?.lowerBound
      ?? line.unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? line.startIndex
    return line.unicodeScalars[..<start].count + 1
  }

  static func trimmed(_ text: String) -> String {
    let start = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension DiagnosticName {
  /// A section that a configuration of brat does not have.
  public static let schemaUnknownSection = DiagnosticName("schema-unknown-section")
  /// A macro that its section of a brat configuration does not define.
  public static let schemaUndefinedMacro = DiagnosticName("schema-undefined-macro")
}
