import Adjudication
import Foundation
import Standoff
import Testing

/// The sets of the agreement oracle beside a checkout of the whole project; see its README.
struct Oracle {
  let name: String
  let value: JSONValue

  static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../shared/agreement-oracle").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The sets of annotations, in the order of their names.
  static func sets() throws -> [Oracle] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix("00_") && !$0.hasPrefix("30_") }
      .map(Oracle.init)
  }

  /// Reads one file of the oracle.
  init(_ file: String) throws {
    name = file
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    value = try #require(JSONValue(parsing: text))
  }

  /// What the annotators of the set marked.
  func continuum() throws -> Continuum {
    let annotators = try #require(value["annotators"]?.array)
    let length = try #require(value["length"]?.integer)
    return Continuum(
      scope: TextRange(0, length),
      units: try annotators.map { annotator in
        let spans = try #require(annotator["spans"]?.array)
        return try spans.map { span in
          let start = try #require(span["start"]?.integer)
          let end = try #require(span["end"]?.integer)
          let label = try #require(span["type"]?.string)
          return try #require(Continuum.Unit([TextRange(start, end)], label: label))
        }
      })
  }
}

extension JSONValue {
  /// The value under a path of keys.
  func at(_ path: String...) -> JSONValue? {
    path.reduce(Optional(self)) { $0?[$1] }
  }

  /// The number, where this is one, or is one that the oracle wrote beside its fraction.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .object: self["value"]?.double
    default: nil
    }
  }

  /// The members, where this is an object.
  var members: [(key: String, value: JSONValue)] {
    if case .object(let members) = self { members } else { [] }
  }
}
