import Standoff
import Testing

@testable import CommandLanguage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The answers of an independent reference, where the file with them lies beside the checkout.
@Suite struct SpanVectorTests {
  private static let folder = "../shared/"

  private static func contents(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(folder + path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static let vectors: [JSONValue] = {
    guard let bytes = contents("span-vectors.json"),
      let file = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
      case .array(let vectors)? = file["vectors"]
    else { return [] }
    return vectors
  }()

  /// The spans of a command such as `claim "…"`, or the kind of its refusal.
  private func answer(_ command: String, _ article: Article) -> String {
    var reader = LineReader(command, vocabulary: Vocabulary(.news))
    do {
      let label = Schema.news.label(named: try reader.label().text)
      let span = try reader.span()
      try reader.endOfCommand()
      let found = try SpanResolver(article).resolve(span, edges: label?.edges ?? .asTagged)
      return found.spans.map { span in
        "[" + span.map { "[\($0.lower),\($0.upper)]" }.joined(separator: ",") + "]"
      }.joined(separator: ",")
    } catch let error as DiagnosticError {
      return error.diagnostic.name.description
    } catch let error as UnresolvedSpan {
      return error.diagnostic.name.description
    } catch {
      return "\(error)"
    }
  }

  @Test(.enabled(if: !vectors.isEmpty, "no vectors beside the checkout"))
  func agreesWithTheReference() throws {
    var articles: [String: Article] = [:]
    var count = 0
    for vector in Self.vectors {
      let (command, expected): (String, String)
      guard case .string(let text)? = vector["command"] else { continue }
      command = text
      if case .string(let error)? = vector["error"] {
        expected = error
      } else {
        let spans = (vector["annotations"] ?? .null).encoded()
        expected = String(spans.dropFirst().dropLast())
      }
      let article: Article
      switch vector["article"] {
      case .string(let path):
        let known = try articles[path] ?? Article(bytes: try #require(Self.contents(path)))
        articles[path] = known
        article = known
      case .object?:
        guard case .string(let text)? = vector["article"]?["text"] else { continue }
        article = try Article(bytes: Array(text.utf8))
      default: continue
      }
      #expect(answer(command, article) == expected, "\(command)")
      count += 1
    }
    #expect(count == Self.vectors.count)
  }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
