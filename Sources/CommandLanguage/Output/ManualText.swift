/// The pages of `help` as lines.
package enum ManualText {
  /// One screen: the commands by what people want to do.
  package static var overview: [StyledText] {
    var lines: [StyledText] = []
    for group in Manual.Group.allCases {
      let manuals = CommandCatalogue.manuals.filter { $0.group == group }
      for (index, manual) in manuals.enumerated() {
        var line = StyledText((index == 0 ? group.rawValue : "").padding(11), .strong)
        line.append(manual.verb.padding(10), .plain)
        line.append(manual.summary, .faint)
        lines.append(line)
      }
    }
    lines += [
      "",
      "Point at text: \"words\" · \"first\" .. \"last\" · /regex/ · 7.2 · c1 · marks in 6 · A + B",
      "`help VERB` has the grammar and examples, `help spans` and `help queries` the rest.",
    ]
    return lines
  }

  /// One line: the verb and what it does.
  package static func line(of manual: Manual) -> StyledText {
    var line = StyledText(manual.verb.padding(10), .strong)
    line.append(manual.summary)
    return line
  }

  /// One page: grammar, what one cannot guess, examples, related verbs.
  package static func page(of manual: Manual) -> [StyledText] {
    var lines = manual.grammar.map { StyledText($0, .strong) }
    lines.append(StyledText("  " + manual.summary))
    if !manual.details.isEmpty {
      lines.append("")
      lines += paragraph(manual.details)
    }
    lines.append("")
    let width = manual.examples.map { DisplayWidth.of($0.line) }.max() ?? 0
    for example in manual.examples {
      var line = StyledText("  ")
      if width <= 40 {
        line.append(example.line.padding(width + 2))
        line.append(example.meaning, .faint)
        lines.append(line)
      } else {
        line.append(example.line)
        lines += [line, StyledText("      " + example.meaning, .faint)]
      }
    }
    if !manual.related.isEmpty {
      lines += ["", StyledText("see also " + manual.related.joined(separator: ", "), .faint)]
    }
    return lines
  }

  /// A text in lines of 76 columns, indented by two.
  static func paragraph(_ text: String) -> [StyledText] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, DisplayWidth.of(last) + DisplayWidth.of(word) + 1 <= 76 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("  " + word)
      }
    }
    return lines.map { StyledText($0) }
  }
}
