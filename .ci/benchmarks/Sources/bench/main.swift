import CLimits
import Glibc
import Standoff

/// What does what the command line says: a measurement, or a job once, for counting its instructions.
func run(_ words: [String]) throws {
  guard words.count >= 2 else { throw Fault("bench MEASUREMENT FOLDER [ROUNDS]") }
  let folder = words[1]
  let rounds = words.count > 2 ? Int(words[2]) ?? 5 : 5
  switch words[0] {
  case "load": try measureLoad(folder, rounds: rounds)
  case "write": try measureWrite(folder, rounds: rounds)
  case "query": try measureQuery(folder, rounds: rounds)
  case "search": try measureSearch(folder, rounds: rounds)
  case "reanchor": try measureReanchor(folder, rounds: rounds)
  case "align": try measureAlign(folder, rounds: rounds)
  case "merge": try measureMerge(folder, rounds: rounds)
  case "sides": try measureThreeWay(folder, rounds: rounds)
  case "corpus":
    guard words.count > 3 else { throw Fault("bench corpus FOLDER ROUNDS GALLEY") }
    try measureCorpus(folder, rounds: rounds, galley: words[3])
  case "folders":
    guard words.count > 3 else { throw Fault("bench folders FOLDER ROUNDS GALLEY") }
    try measureFolders(folder, rounds: rounds, galley: words[3])
  case let job: try runOnce(job, folder)
  }
}

/// Each job does all that those before it do, so that differences tell what one costs.
func runOnce(_ job: String, _ folder: String) throws {
  let jobs = ["once-read", "once-index", "once-parse", "once-check", "once-write", "once-query"]
  guard let last = jobs.firstIndex(of: job) else { throw Fault("there is no measurement \(job)") }
  let sample = try Sample(folder)
  let (standoff, text) = (try bytes(of: sample.standoffPath), try bytes(of: sample.articlePath))
  if last < 1 { return }
  let article = try Article(bytes: text)
  if last < 2 { return }
  let set = AnnotationSet(parsing: standoff, of: article)
  if last < 3 { return }
  if last == 3 { return try sample.check(Validator().findings(in: set, schema: sample.schema)) }
  if last == 4 { return try check("the bytes", set.encoded() == standoff, is: true) }
  for number in 0..<1000 {
    let start = number * 7919 % (article.scalarCount - 200)
    _ = set.annotations(overlapping: TextRange(start, start + 100))
  }
}

do {
  try run(Array(CommandLine.arguments.dropFirst()))
} catch {
  print(error)
  exit(1)
}
