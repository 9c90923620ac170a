import Adjudication
import Glibc
import Standoff

/// The exact alignment of annotators' spans: one line a span in the file, `annotator start end label`.
func measureAlign(_ path: String, rounds: Int) throws {
  let continuum = try spans(in: path)
  var best = Double.infinity
  var (disorder, shortfall): (Double?, Double) = (nil, 0)
  var clusters = 0
  for _ in 0..<rounds {
    let found = timed { Alignment.best(of: continuum) }
    best = min(best, found.seconds)
    (disorder, shortfall) = (found.result.disorder, found.result.shortfall)
    clusters = found.result.clusters.count
  }
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print(
    "\(continuum.annotatorCount) x \(continuum.unitCount / max(1, continuum.annotatorCount)) spans, "
      + "\(clusters) clusters, disorder \(decimal(disorder ?? 0, 6))"
      + (shortfall > 0 ? " (\(decimal(shortfall * 100, 2)) % less at most)" : "")
      + ": \(decimal(best * 1000, 1)) ms, "
      + "\(usage.ru_maxrss / 1024) MB at most")
}

private func spans(in path: String) throws -> Continuum {
  let text = String(decoding: try bytes(of: path), as: UTF8.self)
  var units: [[Continuum.Unit]] = []
  var length = 0
  for line in text.split(separator: "\n") {
    let fields = line.split(separator: " ")
    guard fields.count == 4, let annotator = Int(fields[0]), let start = Int(fields[1]),
      let end = Int(fields[2]),
      let unit = Continuum.Unit([TextRange(start, end)], label: String(fields[3]))
    else { throw Fault("\(path): \(line)") }
    while units.count <= annotator { units.append([]) }
    units[annotator].append(unit)
    length = max(length, end)
  }
  return Continuum(scope: TextRange(0, length), units: units)
}
