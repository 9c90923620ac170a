import TestSupport

/// Articles with annotations in which nothing is wrong, made from a seed.
struct CleanCorpus {
  /// A schema by which labels may lie in one another, but not cross.
  static let schema = """
    schema: ferries
    labels:
      Speaker: {}
      Claim:
        attributes: { stance: [favor, against] }
        relations: { attributedTo: { to: [Speaker] } }
      Topic: {}
    overlap: { allowed: [contain] }

    """

  /// The articles, each with the lines of its standoff file.
  let files: [(text: MarkedText, lines: [String])]

  /// Makes `count` articles.
  init(_ count: Int, _ seed: Seed) {
    var seed = seed
    files = (0..<count).map { _ in
      func one(_ words: [String]) -> String { words.randomElement(using: &seed) ?? "" }
      let text = MarkedText(
        "👩‍👩‍👧 [Speaker|\(one(["Ines Calder", "Łukasz", "이도현"]))] said "
          + "[Claim|the \(one(["ferry", "café", "boat"])) runs late on [Topic|\(one(["Tuesday", "holidays"]))]]"
          + one([".\r\n", ".\n\n", "; "])
          + "[Topic|\(one(["The pier", "The cafe\u{301}"]))] stays.\n")
      return (text, Self.lines(of: text, one(["favor", "against"])))
    }
  }

  private static func lines(of text: MarkedText, _ stance: String) -> [String] {
    let scalars = Array(text.text.unicodeScalars)
    var lines: [String] = []
    for (number, span) in text.spans.enumerated() {
      let words = String(String.UnicodeScalarView(scalars[span.lower..<span.upper]))
      lines.append("T\(number + 1)\t\(span.label) \(span.lower) \(span.upper)\t\(words)")
      if span.label == "Claim" {
        lines += [
          "A1\tstance T\(number + 1) \(stance)", "R1\tattributedTo Arg1:T\(number + 1) Arg2:T1",
        ]
      }
    }
    return lines
  }

  /// Writes the articles into a folder, in the folders `00`, `01` and so on, with the schema.
  ///
  /// - Parameter spoil: changes the bytes of the standoff file with this number.
  func write(
    to folder: ScratchFolder, _ spoil: (Int, String) -> String = { $1 }
  ) throws {
    try folder.write(Self.schema, to: "galley.yaml")
    for (number, file) in files.enumerated() {
      let stem = Self.stem(number)
      try folder.write(file.text.text, to: stem + ".txt")
      try folder.write(spoil(number, file.lines.map { $0 + "\n" }.joined()), to: stem + ".ann")
    }
  }

  /// Where an article stands, without its ending.
  static func stem(_ number: Int) -> String {
    "\(number / 100 + 10)/\(number % 100 + 100)"
  }
}
