extension SpanExpression: CustomStringConvertible {
  /// The expression in its canonical spelling, which reads back as the same expression.
  package var description: String {
    switch form {
    case .words(let words, let ignoresCase, let ignoresWordEdges):
      words.quoted + (ignoresCase ? "i" : "") + (ignoresWordEdges ? "~" : "")
    case .pattern(let pattern, let ignoresCase):
      "/" + pattern.escapingSlashes + "/" + (ignoresCase ? "i" : "")
    case .address(let address): address.description
    case .offsets(let range, let words): "@\(range)" + (words.map { "=" + $0.quoted } ?? "")
    case .reference(let name): name
    case .last: "$"
    case .marks: "marks"
    case .article: "article"
    case .hits: "hits"
    case .through(let operands):
      operands.map { $0.isOperation ? "(\($0))" : "\($0)" }.joined(separator: " .. ")
    case .joined(let operands):
      operands.map { $0.bindsLooserThanThrough ? "(\($0))" : "\($0)" }.joined(separator: " + ")
    case .inside(let inner, let scope):
      (inner.isScoped ? "(\(inner))" : "\(inner)") + " in "
        + (scope.isOperation ? "(\(scope))" : "\(scope)")
    case .chosen(let inner, let selection):
      (inner.isOperation || inner.isChosen ? "(\(inner))" : "\(inner)") + "[\(selection)]"
    }
  }

  private var isOperation: Bool {
    switch form {
    case .through, .joined, .inside: true
    default: false
    }
  }

  private var bindsLooserThanThrough: Bool {
    switch form {
    case .joined, .inside: true
    default: false
    }
  }

  private var isScoped: Bool {
    if case .inside = form { true } else { false }
  }

  private var isChosen: Bool {
    if case .chosen = form { true } else { false }
  }
}

extension SpanExpression.Selection: CustomStringConvertible {
  /// What stands between the brackets.
  package var description: String {
    switch self {
    case .all: "all"
    case .one(let number): "\(number)"
    case .several(let items):
      items.map { item in
        switch item {
        case .one(let number): "\(number)"
        case .through(let first, let last): "\(first)-\(last)"
        }
      }.joined(separator: ",")
    }
  }
}

extension String {
  /// The string between straight quotes, as a command line takes it; controls become escapes.
  package var quoted: String { "\"" + escaped(ending: "\"") + "\"" }

  /// The string between curly quotes, as an echo shows it.
  ///
  /// Curly marks in it stay where they pair; where they do not, straight ones stand for them, which
  /// find the same words.
  package var curlyQuoted: String {
    var depth = 0
    let pairs = unicodeScalars.allSatisfy { scalar in
      depth += scalar == "“" ? 1 : scalar == "”" ? -1 : 0
      return depth >= 0
    }
    let body = escaped(ending: "”")
    guard !pairs || depth != 0 else { return "“" + body + "”" }
    var text = String.UnicodeScalarView()
    for scalar in body.unicodeScalars {
      text.append(scalar == "“" || scalar == "”" ? "\"" : scalar)
    }
    return "“" + String(text) + "”"
  }

  private func escaped(ending mark: Unicode.Scalar) -> String {
    guard unicodeScalars.contains(where: { $0 == "\\" || $0 == mark || $0.needsEscape }) else {
      return self
    }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\"" where mark == "\"": text += "\\\""
      case _ where scalar.needsEscape: text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  fileprivate var escapingSlashes: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar == "/" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a terminal would obey the code point or hide it: controls, line separators and
  /// bidirectional controls.
  fileprivate var needsEscape: Bool {
    switch value {
    case 0x20...0x7E, 0xC0...0x2FF, 0x3041...0x3096, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      return false
    default: break
    }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
      return true
    default: return properties.isBidiControl || value == 0xFEFF
    }
  }
}
