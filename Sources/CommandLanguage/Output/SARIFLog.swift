package import Standoff

/// Findings as a SARIF 2.1.0 document, which code hosts show beside the lines (OASIS, 2020).
///
/// It is written from front to back: ``head``, then the results with commas between them, then
/// ``tail(failures:)``; so nothing has to be kept.
package struct SARIFLog: Sendable {
  /// The version of the program.
  private let version: String

  /// Begins a document.
  package init(version: String) { self.version = version }

  /// What can be said about files: a rule a name.
  private static let rules = (ErrorPage.files + ErrorPage.schema + ErrorPage.annotations)
    .sorted { $0.name < $1.name }
  private static let indices = [String: Int](
    rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// All that stands before the first result.
  package var head: String {
    let driver = JSONValue.object([
      ("name", .string("galley")), ("version", .string(version)),
      ("rules", .array(Self.rules.map(Self.rule))),
    ])
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
      + "\"runs\":[{\"tool\":{\"driver\":\(driver.encoded())},"
      + "\"columnKind\":\"unicodeCodePoints\",\"results\":["
  }

  /// All that stands behind the last result; `failures` are what kept files from being checked.
  package func tail(failures: [Diagnostic]) -> String {
    let invocation = JSONValue.object([
      ("executionSuccessful", .bool(failures.isEmpty)),
      (
        "toolExecutionNotifications",
        .array(
          failures.map { failure in
            .object([
              ("descriptor", .object([("id", .string(failure.name.rawValue))])),
              ("level", .string(failure.severity.rawValue)), ("message", Self.message(of: failure)),
              ("locations", .array(Self.locations(of: failure))),
            ])
          })
      ),
    ])
    return "],\"invocations\":[\(invocation.encoded())]}]}"
  }

  /// The results of the findings about one file.
  ///
  /// The fingerprint of a finding depends on its file, its name and the line it is about, and on how
  /// many such there were before, but not on the number of the line.
  package func results(of findings: [Diagnostic]) -> [String] {
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let subject = [
        FilePath.simplified(finding.place.source ?? ""), finding.name.rawValue,
        finding.place.excerpt ?? "",
      ].joined(separator: "\n")
      let number = seen[subject, default: 0]
      seen[subject] = number + 1
      return result(of: finding, fingerprint: contentHash(of: Array("\(subject)\n\(number)".utf8)))
        .encoded()
    }
  }

  private func result(of finding: Diagnostic, fingerprint: UInt64) -> JSONValue {
    let name = finding.name.rawValue
    var members: [(key: String, value: JSONValue)] = [("ruleId", .string(name))]
    if let index = Self.indices[name] { members.append(("ruleIndex", .integer(index))) }
    let digits = String(fingerprint, radix: 16)
    members += [
      ("level", .string(finding.severity.rawValue)), ("message", Self.message(of: finding)),
      ("locations", .array(Self.locations(of: finding))),
      (
        "partialFingerprints",
        .object([
          ("findingHash/v1", .string(String(repeating: "0", count: 16 - digits.count) + digits))
        ])
      ),
    ]
    if let fix = Self.fix(of: finding) { members.append(("fixes", .array([fix]))) }
    return .object(members)
  }

  private static func rule(_ page: ErrorPage) -> JSONValue {
    .object([
      ("id", .string(page.name)),
      ("shortDescription", .object([("text", .string(page.meaning))])),
      ("help", .object([("text", .string(page.remedy))])),
    ])
  }

  /// The sentence, and the notes behind it.
  private static func message(of finding: Diagnostic) -> JSONValue {
    .object([("text", .string(([finding.message] + finding.notes).joined(separator: "\n")))])
  }

  private static func locations(of finding: Diagnostic) -> [JSONValue] {
    guard let source = finding.place.source else { return [] }
    var members = [(key: "artifactLocation", value: artifact(source))]
    if var region = region(of: finding.place) {
      if let excerpt = finding.place.excerpt {
        region.append(("snippet", .object([("text", .string(excerpt))])))
      }
      members.append(("region", .object(region)))
    }
    return [.object([("physicalLocation", .object(members))])]
  }

  private static func region(of place: Place) -> [(key: String, value: JSONValue)]? {
    guard let line = place.line else { return nil }
    let start: [(key: String, value: JSONValue)] = [("startLine", .integer(line))]
    guard let column = place.column else { return start }
    return start + [
      ("startColumn", .integer(column)), ("endColumn", .integer(column + place.length)),
    ]
  }

  /// What is to stand in place of the marked part of the line.
  private static func fix(of finding: Diagnostic) -> JSONValue? {
    guard let fix = finding.fix, finding.place.column != nil, let source = finding.place.source,
      let region = region(of: finding.place)
    else { return nil }
    let replacement = JSONValue.object([
      ("deletedRegion", .object(region)),
      ("insertedContent", .object([("text", .string(fix))])),
    ])
    return .object([
      ("description", .object([("text", .string("put \(fix) in its place"))])),
      (
        "artifactChanges",
        .array([
          .object([
            ("artifactLocation", artifact(source)), ("replacements", .array([replacement])),
          ])
        ])
      ),
    ])
  }

  /// The path as a URI: a relative one counts from the folder galley was started in.
  private static func artifact(_ path: String) -> JSONValue {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return .object([("uri", .string(uri))])
  }
}
