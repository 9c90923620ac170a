import CLimits
import Glibc
import Standoff

/// Searching one large article: quotations beside `memmem`, and expressions beside Python's `re` on the
/// same text in the same run; then expressions that run away.
func measureSearch(_ folder: String, rounds: Int) throws {
  let path = folder + "/doc.txt"
  let text = try bytes(of: path)
  let article = try Article(bytes: text)
  print("\(path): \(text.count) bytes")
  try measureQuotations(article, text, rounds)
  try measureExpressions(article, path, rounds)
  try measureRunaways(in: Article(bytes: Array(repeating: UInt8(ascii: "a"), count: 30_000)))
  try measureRunaways(in: article)
}

private func measureQuotations(_ article: Article, _ text: [UInt8], _ rounds: Int) throws {
  var options = Article.SearchOptions(ignoresWordEdges: true)
  // The first search lists what may be written in more than one way.
  let first = timed { article.occurrences(of: "no such words anywhere", options) }
  report("the first search of an article", first.seconds, first.seconds, "itself")
  let words = Array(text[(text.count / 2)...].prefix(400)).split(separator: 0x20)
    .filter { $0.allSatisfy { $0 < 0x80 && $0 > 0x20 } }
  let quotations = [
    ("three words, found seldom", words.prefix(3)), ("one word, found often", words.prefix(1)),
    ("words that are not there", ["no such words anywhere"].map { Array($0.utf8)[...] }[...]),
  ]
  for (name, words) in quotations {
    let needle = Array(words.joined(separator: [0x20]))
    let quotation = String(decoding: needle, as: UTF8.self)
    for isFolded in [false, true] {
      options.ignoresCase = isFolded
      var count = 0
      let found = Rounds(rounds) {
        timed { limits_memmem(text, text.count, needle, needle.count) }.seconds
      } jobs: {
        let search = timed { article.occurrences(of: quotation, options) }
        count = search.result.count
        return [search.seconds]
      }
      guard found.counted > 0 else { throw Fault("the machine was too busy for a round to count") }
      let exact = Int(limits_memmem(text, text.count, needle, needle.count))
      guard count >= exact else { throw Fault("\(quotation): \(count) found, \(exact) are there") }
      report(
        name + (isFolded ? ", any case" : "") + " (\(count))", found.jobs[0], found.limit, "memmem")
    }
  }
}

private func measureExpressions(_ article: Article, _ path: String, _ rounds: Int) throws {
  for source in [
    "government [a-z]+ minister", "strategic|traditional [a-z]+", "[A-Z][a-z]+ said",
    "minister.*alliance", "(very )*complicated [a-z]+",
  ] {
    let pattern = try Pattern(parsing: source)
    var best = Double.infinity
    var count = 0
    for _ in 0..<rounds {
      let search = try timed { try article.occurrences(matching: pattern) }
      best = min(best, search.seconds)
      count = search.result.count
    }
    let python = try pythonSearch(source, path)
    try check("matches of /\(source)/", count, is: python.count)
    report("/\(source)/ (\(count))", best, python.seconds, "Python's re")
  }
}

/// How long it takes until an expression is given up that runs away.
private func measureRunaways(in article: Article) throws {
  // Letters that no article has.
  for source in ["(\\w+\\s*)+[\u{E000}-\u{E009}]", "[^#]*[^#]*[^#]*[\u{E000}-\u{E009}]"] {
    let pattern = try Pattern(parsing: source)
    let search = timed { try? article.occurrences(matching: pattern) }
    guard search.result == nil else { throw Fault("/\(source)/ is not given up") }
    report("/\(source)/ is given up", search.seconds, search.seconds, "itself")
  }
}

/// How long Python takes for an expression, at best of five, and how often it matches.
private func pythonSearch(_ source: String, _ path: String) throws -> (seconds: Double, count: Int)
{
  let program = """
    import re, sys, time
    text = open(sys.argv[1], encoding="utf-8", newline="").read()
    pattern = re.compile(sys.argv[2], re.M)
    best = 1e9
    for _ in range(5):
        start = time.process_time()
        count = sum(1 for _ in pattern.finditer(text))
        best = min(best, time.process_time() - start)
    print(best, count)
    """
  guard let pipe = popen("python3 -c '\(program)' '\(path)' '\(source)'", "re") else {
    throw Fault("python3 could not be started")
  }
  var line = [CChar](repeating: 0, count: 200)
  let isRead = fgets(&line, 200, pipe) != nil
  pclose(pipe)
  let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    .split { $0 == " " || $0 == "\n" }
  guard isRead, words.count == 2, let seconds = Double(words[0]), let count = Int(words[1]) else {
    throw Fault("python3 gave no answer for \(source)")
  }
  return (seconds, count)
}
