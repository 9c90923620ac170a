import CLimits
import Glibc
import Standoff

/// A folder with one article and its standoff file, and perhaps the key to the faults planted there.
struct Sample {
  let standoffPath: String
  let articlePath: String
  let schema: Schema
  /// The lines of the faults that `errors.tsv` lists, sorted; `nil` where there is no such list.
  let plantedFaults: [Int]?

  /// Looks at what is in `folder`: `doc.txt`, `doc.ann` and the schema.
  init(_ folder: String) throws {
    standoffPath = folder + "/doc.ann"
    articlePath = folder + "/doc.txt"
    let located = SchemaLookup.schema(forArticlesIn: folder) { path in
      (try? bytes(of: path)).map(Self.allowingOverlaps)
    }
    guard let schema = located.schema else { throw Fault("\(folder) has a schema with faults") }
    self.schema = schema
    plantedFaults = (try? bytes(of: folder + "/errors.tsv")).map(Self.lines)
  }

  /// The lines of the faults in a list of file, line and kind; of a label that no schema has only the
  /// first line is one.
  private static func lines(of list: [UInt8]) -> [Int] {
    var faults = list.split(separator: UInt8(ascii: "\n")).compactMap { row in
      let fields = row.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      return fields.count < 3 ? nil : Int(fields[1]).map { (line: $0, kind: fields[2]) }
    }
    faults.sort { $0.line < $1.line }
    let first = faults.first { $0.kind == "type" }?.line
    return faults.filter { $0.kind != "type" || $0.line == first }.map(\.line)
  }

  /// A configuration of brat that says nothing about overlaps forbids them; made-up annotations
  /// overlap everywhere, which is no fault to be measured by.
  private static func allowingOverlaps(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("[relations]\n"), !text.contains("<OVERLAP>") else { return bytes }
    let rule = "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n"
    return Array(
      text.split(separator: "[relations]\n", omittingEmptySubsequences: false)
        .joined(separator: "[relations]\n" + rule).utf8)
  }

  /// The findings that are errors have to be the planted ones, each on its line.
  func check(_ findings: [Diagnostic]) throws {
    let lines = findings.filter { $0.severity == .error }.compactMap(\.place.line).sorted()
    let known = plantedFaults ?? []
    if let odd = zip(lines, known).first(where: { $0 != $1 }) {
      throw Fault("an error on line \(odd.0), and the next should be on line \(odd.1)")
    }
    try bench.check("the number of errors", lines.count, is: known.count)
  }
}

/// The bytes of a file, read at once, into large pages of memory where it is large: as galley does.
func bytes(of path: String) throws -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw Fault("\(path) cannot be read") }
  defer { close(file) }
  var status = stat()
  fstat(file, &status)
  return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
    if buffer.count >= 1 << 22, let start = buffer.baseAddress {
      let skipped = (4096 - Int(bitPattern: start) % 4096) % 4096
      madvise(start + skipped, buffer.count - skipped, MADV_HUGEPAGE)
    }
    while count < buffer.count {
      let more = read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if more <= 0 { return }
      count += more
    }
  }
}
