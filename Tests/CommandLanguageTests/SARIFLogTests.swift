import CommandLanguage
import Standoff
import Testing

@Suite struct SARIFLogTests {
  private let log = SARIFLog(version: "9.9")

  private func document(_ findings: [Diagnostic], failures: [Diagnostic] = []) throws -> JSONValue {
    let text =
      log.head + log.results(of: findings).joined(separator: ",\n")
      + log.tail(failures: failures)
    return try #require(JSONValue(parsing: text))
  }

  private func mismatch(line: Int, _ excerpt: String = "T1\tTopic 0 2\txy") -> Diagnostic {
    Diagnostic(
      "text-mismatch", "T1 quotes “xy”", line: line, column: 10, length: 3, excerpt, fix: "4 6")
  }

  @Test func aFindingIsAResult() throws {
    let finding = mismatch(line: 7)
    #expect(
      log.results(of: [finding]).map { $0.replacing(/"ruleIndex":[0-9]+,/, with: "") } == [
        #"{"ruleId":"text-mismatch","level":"error","message":{"text":"T1 quotes “xy”\nnoted"},"#
          + #""locations":[{"physicalLocation":{"artifactLocation":{"uri":"in%20it/a%C3%A9.ann"},"#
          + #""region":{"startLine":7,"startColumn":10,"endColumn":13,"#
          + #""snippet":{"text":"T1\tTopic 0 2\txy"}}}}],"#
          + #""partialFingerprints":{"findingHash/v1":"\#(fingerprint(of: finding))"},"#
          + #""fixes":[{"description":{"text":"put 4 6 in its place"},"artifactChanges":"#
          + #"[{"artifactLocation":{"uri":"in%20it/a%C3%A9.ann"},"replacements":"#
          + #"[{"deletedRegion":{"startLine":7,"startColumn":10,"endColumn":13},"#
          + #""insertedContent":{"text":"4 6"}}]}]}]}"#
      ])
  }

  @Test func theDocumentHasWhatReadersAskFor() throws {
    let failure = Diagnostic(
      DiagnosticName("no-such-file"), "there is no a.ann", at: Place(source: "/x/a.ann"))
    let document = try document([mismatch(line: 1), mismatch(line: 2)], failures: [failure])
    #expect(document["version"]?.string == "2.1.0")
    let run = try #require(document["runs"]?.array?.first)
    #expect(run["columnKind"]?.string == "unicodeCodePoints")
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
    let ids = rules.compactMap { $0["id"]?.string }
    #expect(ids == ids.sorted() && Set(ids).count == rules.count)
    for rule in rules {
      #expect(rule["shortDescription"]?["text"]?.string?.hasSuffix(".") == true)
      #expect(rule["help"]?["text"]?.string?.hasSuffix(".") == true)
    }
    let results = try #require(run["results"]?.array)
    #expect(results.count == 2)
    for result in results {
      let index = try #require(result["ruleIndex"]?.integer)
      #expect(ids[index] == result["ruleId"]?.string)
    }
    let invocation = try #require(run["invocations"]?.array?.first)
    #expect(invocation["executionSuccessful"] == .bool(false))
    let notification = try #require(invocation["toolExecutionNotifications"]?.array?.first)
    #expect(
      notification["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?
        .string == "file:///x/a.ann")
  }

  @Test func nothingFoundIsADocumentToo() throws {
    let run = try #require(try document([])["runs"]?.array?.first)
    #expect(run["results"]?.array == [])
    #expect(run["invocations"]?.array?.first?["executionSuccessful"] == .bool(true))
  }

  /// A code host knows a finding again by its fingerprint.
  @Test func fingerprintsStayWhereLinesMove() throws {
    let before = fingerprint(of: mismatch(line: 1))
    #expect(fingerprint(of: mismatch(line: 400)) == before)
    #expect(fingerprint(of: mismatch(line: 1, "T1\tTopic 0 2\txz")) != before)
    let twice = log.results(of: [mismatch(line: 1), mismatch(line: 2)]).map(fingerprint)
    #expect(twice[0] == before && twice[1] != before)
  }

  private func fingerprint(of finding: Diagnostic) -> String {
    fingerprint(in: log.results(of: [finding])[0])
  }

  private func fingerprint(in result: String) -> String {
    JSONValue(parsing: result)?["partialFingerprints"]?["findingHash/v1"]?.string ?? ""
  }
}

extension Diagnostic {
  fileprivate init(
    _ name: String, _ message: String, line: Int, column: Int, length: Int, _ excerpt: String,
    fix: String
  ) {
    self.init(
      DiagnosticName(name), message,
      at: Place(
        source: "in it/a\u{E9}.ann", line: line, column: column, length: length, excerpt: excerpt),
      notes: ["noted"], fix: fix)
  }
}
