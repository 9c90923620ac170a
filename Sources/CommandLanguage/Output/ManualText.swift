/// The pages of `help` as lines.
package enum ManualText {
  /// The columns of the widest page.
  private static let widest = 79

  /// One screen of 80 columns and 24 rows: the commands by what people want to do, two side by side
  /// where there is room.
  package static func overview(columns: Int) -> [StyledText] {
    let isWide = columns >= widest
    var lines: [StyledText] = []
    for group in Manual.Group.allCases {
      let entries = CommandCatalogue.manuals.filter { $0.group == group }.map(entry)
      guard isWide else {
        lines += [StyledText(group.rawValue, .strong)] + entries
        continue
      }
      for index in stride(from: 0, to: entries.count, by: 2) {
        var line = StyledText((index == 0 ? group.rawValue : "").padding(11), .strong)
        line.append(entries[index])
        if index + 1 < entries.count {
          line.append(String(repeating: " ", count: max(1, 45 - line.width)))
          line.append(entries[index + 1])
        }
        lines.append(line)
      }
    }
    return lines + [StyledText()] + hints.flatMap { $0.wrapped(to: columns, indent: 2) }
  }

  private static func entry(of manual: Manual) -> StyledText {
    // The longest verb is one column too wide, for which the room behind what it does suffices.
    var line = StyledText(manual.verb.padding(8) + " ")
    line.append(manual.brief, .faint)
    return line
  }

  private static let hints: [StyledText] = [
    "Labels are verbs: speaker \"Ida Moss\". `. \"he\"` does the same to other words.",
    "Point: \"words\" · \"first\" .. \"last\" · /regex/ · 7.2 · c1 · marks in 6 · A + B",
    "More: `help` and a verb, label, error's [name], `spans`, `queries`, `scripts`",
  ]

  /// One line: the verb and what it does.
  package static func line(of manual: Manual) -> StyledText {
    var line = StyledText(manual.verb.padding(10), .strong)
    line.append(manual.summary)
    line.hang = 10
    return line
  }

  /// One line: the word that opens a page and its title.
  package static func line(of topic: ManualTopic) -> StyledText {
    var line = StyledText((topic.words.first ?? "").padding(9) + " ", .strong)
    line.append(String(topic.text.prefix { $0 != "\n" }).lowercasedFirst)
    line.hang = 10
    return line
  }

  /// One line: the name of an error and what is the matter.
  package static func line(of page: ErrorPage) -> StyledText {
    var line = StyledText("[\(page.name)]".padding(10), .strong)
    line.append(" " + page.meaning.withoutStop.lowercasedFirst)
    line.hang = 10
    return line
  }

  /// One page: grammar, what one cannot guess, examples, related verbs.
  package static func page(of manual: Manual, columns: Int) -> [StyledText] {
    var lines = manual.grammar.flatMap { StyledText($0, .strong).wrapped(to: columns) }
    lines += paragraph(manual.summary, columns: columns)
    if !manual.details.isEmpty {
      lines.append("")
      lines += paragraph(manual.details, columns: columns)
    }
    lines.append("")
    let width = manual.examples.map { DisplayWidth.of($0.line) }.max() ?? 0
    let isTable = manual.examples.allSatisfy {
      width + DisplayWidth.of($0.meaning) + 4 <= columns && width <= 40
    }
    for example in manual.examples {
      var line = StyledText("  ")
      if isTable {
        line.append(example.line.padding(width + 2))
        line.append(example.meaning, .faint)
        lines.append(line)
      } else {
        line.append(example.line)
        lines += line.wrapped(to: columns)
        lines += indented(StyledText(example.meaning, .faint), by: 6, columns: columns)
      }
    }
    if !manual.related.isEmpty {
      lines.append("")
      lines += StyledText("see also " + manual.related.joined(separator: ", "), .faint)
        .wrapped(to: columns)
    }
    return lines
  }

  /// One page: what is the matter, and what to do.
  package static func page(of page: ErrorPage, columns: Int) -> [StyledText] {
    [StyledText("[\(page.name)]", .strong)] + paragraph(page.meaning, columns: columns) + [""]
      + paragraph(page.remedy, columns: columns)
  }

  /// A page on something that is not one command.
  package static func page(of topic: ManualTopic, columns: Int) -> [StyledText] {
    topic.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      StyledText(String($0)).wrapped(to: columns)
    }
  }

  /// A text, indented by two, in lines as wide as is good to read.
  static func paragraph(_ text: String, columns: Int) -> [StyledText] {
    indented(StyledText(text), by: 2, columns: min(columns, widest))
  }

  private static func indented(_ text: StyledText, by indent: Int, columns: Int) -> [StyledText] {
    text.wrapped(to: columns - indent, indent: 0).map {
      var line = StyledText(String(repeating: " ", count: indent))
      line.append($0)
      return line
    }
  }
}

extension String {
  /// The text with its first letter in lower case.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  /// The text without the full stop at its end.
  fileprivate var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
