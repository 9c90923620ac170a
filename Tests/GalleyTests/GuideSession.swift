/// A session printed in a page of the guide: what is typed after which prompt, and what is printed.
///
/// A page holds sessions in blocks fenced as `galley`. A line of a block is typed where it begins
/// with a prompt: `$ ` of the system's shell, `ferry> ` of galley, `   …> ` of a line that goes on,
/// or a question that ends in brackets. All other lines are what is printed, exactly; a line `⋮`
/// stands for any number of lines.
struct GuideSession: Sendable {
  /// Something typed and what comes of it.
  struct Step: Sendable {
    /// What is waited for, with its blank.
    var prompt: String
    /// What is typed.
    var typed: String
    /// The lines that follow.
    var printed: [String] = []
    /// Where it stands in the page, from 1.
    var line: Int

    /// Takes over what is printed now; what a `⋮` leaves out stays left out.
    mutating func update(to lines: [String]) {
      guard let gap = printed.firstIndex(of: "⋮"), lines.count >= printed.count - 1 else {
        printed = lines
        return
      }
      printed = lines.prefix(gap) + ["⋮"] + lines.suffix(printed.count - 1 - gap)
    }

    /// Whether lines are what is printed.
    func allows(_ lines: [String]) -> Bool { Self.match(lines[...], printed[...]) }

    private static func match(_ lines: ArraySlice<String>, _ wanted: ArraySlice<String>) -> Bool {
      guard let first = wanted.first else { return lines.isEmpty }
      if first == "⋮" {
        return (lines.startIndex...lines.endIndex).contains {
          match(lines[$0...], wanted.dropFirst())
        }
      }
      return lines.first == first && match(lines.dropFirst(), wanted.dropFirst())
    }
  }

  /// The steps in order, over all blocks of the page.
  var steps: [Step] = []

  /// Reads the blocks of a page.
  init(page: String) {
    var isInside = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isInside = line == "```galley"
      } else if isInside, let (prompt, typed) = Self.split(String(line)) {
        steps.append(Step(prompt: prompt, typed: typed, line: index + 1))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].printed.append(String(line))
      }
    }
  }

  /// The prompt that a step leads to: that of the next one, or at the end what must come.
  func prompt(afterStep index: Int) -> String {
    if index + 1 < steps.count { return steps[index + 1].prompt }
    let leaves = ["quit", "quit --discard", "q"].contains(steps[index].typed)
    return leaves ? "$ " : steps[index].prompt
  }

  /// The page this was read from, with what the steps print now.
  func rewritten(page: String) -> String {
    let old = GuideSession(page: page).steps
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (before, after) in zip(old, steps).reversed() {
      lines.replaceSubrange(before.line..<before.line + before.printed.count, with: after.printed)
    }
    return lines.joined(separator: "\n")
  }

  /// The prompt of a line and what is typed after it; `nil` where the line is printed.
  private static func split(_ line: String) -> (prompt: String, typed: String)? {
    for prompt in ["$ ", "   …> "] where line.hasPrefix(prompt) {
      return (prompt, String(line.dropFirst(prompt.count)))
    }
    if let match = line.prefixMatch(of: /[a-z0-9-]+> |(which one\?|.*\? \[(?:y|1,)).*?\](?: |$)/) {
      let prompt = String(match.output.0)
      return (
        prompt.hasSuffix("]") ? prompt + " " : prompt, String(line[match.range.upperBound...])
      )
    }
    return nil
  }
}
