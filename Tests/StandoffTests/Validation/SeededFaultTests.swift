import Standoff
import TestSupport
import Testing

/// A fault planted on a random line of a clean file gives that finding on that line, and no other.
@Suite struct SeededFaultTests {
  /// A way to spoil a file: changes its lines, and tells which is at fault, counted from 0; `nil`
  /// where the file has nothing to spoil so.
  typealias Fault = @Sendable (inout [String], CleanFile, inout Seed) -> Int?

  @Test(arguments: 0..<40) func aCleanFileHasNoFindings(number: UInt64) throws {
    var seed = Seed(number)
    let file = try CleanFile(&seed)
    let reviewed = try Reviewed(file.text, lines: file.lines.joined(separator: "\n") + "\n")
    #expect(reviewed.names == [], "seed \(number)")
  }

  @Test(arguments: faults.keys.sorted()) func aFaultIsFoundWhereItIs(name: String) throws {
    let fault = try #require(Self.faults[name])
    var planted = 0
    for number in 0..<12 {
      var seed = Seed(UInt64(number))
      let file = try CleanFile(&seed)
      var lines = file.lines
      guard let place = fault(&lines, file, &seed) else { continue }
      planted += 1
      let reviewed = try Reviewed(file.text, lines: lines.joined(separator: "\n") + "\n")
      let finding = name.split(separator: " ").first.map(String.init) ?? name
      #expect(reviewed.names == ["\(place + 1) \(finding)"], "seed \(number): \(lines[place])")
    }
    #expect(planted > 6)
  }

  static func change(
    _ family: Character, _ column: Int, _ change: @escaping @Sendable (String) -> String
  ) -> Fault {
    { lines, file, seed in
      guard let place = file.places(of: family).randomElement(using: &seed) else { return nil }
      var columns = file.columns(place)
      guard column < columns.count else { return nil }
      columns[column] = change(columns[column])
      lines[place] = columns.joined(separator: "\t")
      return place
    }
  }

  static func insert(_ make: @escaping @Sendable (CleanFile, inout Seed) -> String?) -> Fault {
    { lines, file, seed in
      guard let line = make(file, &seed) else { return nil }
      let place = Int.random(in: 0...lines.count, using: &seed)
      lines.insert(line, at: place)
      return place
    }
  }

  static func append(_ make: @escaping @Sendable (CleanFile, inout Seed) -> String?) -> Fault {
    { lines, file, seed in
      guard let line = make(file, &seed) else { return nil }
      lines.append(line)
      return lines.count - 1
    }
  }

  /// The id of a random `T` line with this label.
  static func id(_ label: String, _ file: CleanFile, _ seed: inout Seed) -> String? {
    let places = file.places(of: "T").filter { file.columns($0)[1].hasPrefix(label + " ") }
    return places.randomElement(using: &seed).map { file.columns($0)[0] }
  }

  /// A copy of a random line of a family under another id.
  static func copy(_ family: Character) -> Fault {
    append { file, seed in
      guard let place = file.places(of: family).randomElement(using: &seed) else { return nil }
      return (["\(family)1"] + file.columns(place).dropFirst()).joined(separator: "\t")
    }
  }

  static func head(_ text: String, with label: String) -> String {
    ([label] + text.split(separator: " ").dropFirst().map(String.init)).joined(separator: " ")
  }

  static let faults: [String: Fault] = [
    "text-mismatch": change("T", 2) { _ in "nowhere to be found" },
    "out-of-range": change("T", 1) {
      head("x 900000 900009", with: String($0.prefix { $0 != " " }))
    },
    "reversed-range": change("T", 1) { head("x 9 3", with: String($0.prefix { $0 != " " })) },
    "overlapping-fragments": change("T", 1) {
      head("x 3 9;7 12", with: String($0.prefix { $0 != " " }))
    },
    "syntax a number": change("T", 1) { $0 + "x" },
    "syntax no tab": { lines, file, seed in
      guard let place = file.places(of: "T").randomElement(using: &seed) else { return nil }
      lines[place] = lines[place].split(separator: "\t").joined(separator: " ")
      return place
    },
    "byte-order-mark": { lines, _, _ in
      lines[0] = "\u{FEFF}" + lines[0]
      return 0
    },
    "missing-words": { lines, file, seed in
      guard let place = file.places(of: "T").randomElement(using: &seed) else { return nil }
      lines[place] = file.columns(place)[..<2].joined(separator: "\t")
      return place
    },
    "blank-line": insert { _, _ in "" },
    "carriage-return": { lines, _, seed in
      let place = Int.random(in: 0..<lines.count, using: &seed)
      lines[place].unicodeScalars.append("\r")
      return place
    },
    "duplicate-id": append { file, seed in
      guard let place = file.places(of: "T").randomElement(using: &seed) else { return nil }
      return "\(file.columns(place)[0])\tCue 0 1\tx"
    },
    "duplicate-annotation": copy("T"),
    "repeated-attribute": copy("A"),
    "unknown-id": insert { _, _ in "A1\tstance T1 favor" },
    "unknown-id of a relation": change("R", 1) {
      $0.split(separator: "Arg2:")[0] + "Arg2:T1"
    },
    "unknown-label": change("T", 1) { head($0, with: "Speekr") },
    "unknown-attribute": change("A", 1) { head($0, with: "colour") },
    "unknown-value": change("A", 1) { $0 + "ite" },
    "unknown-relation": change("R", 1) { head($0, with: "saidBy") },
    "self-relation": insert { file, seed in
      id("Claim", file, &seed).map { "R1\tsupports Arg1:\($0) Arg2:\($0)" }
    },
    "relation-end": insert { file, seed in
      guard let topic = id("Topic", file, &seed), let speaker = id("Speaker", file, &seed) else {
        return nil
      }
      return "R1\tattributedTo Arg1:\(topic) Arg2:\(speaker)"
    },
    "wrong-target": insert { file, seed in
      guard let note = file.places(of: "#").randomElement(using: &seed) else { return nil }
      return "N1\tReference \(file.columns(note)[0]) local:thing\t"
    },
    "unknown-role": change("R", 1) { $0.replacing("Arg2:", with: "Whom:") },
    "bad-reference": insert { file, seed in
      id("Speaker", file, &seed).map { "N1\tReference \($0) wikidata:forty-two\t" }
    },
    "unknown-database": insert { file, seed in
      id("Speaker", file, &seed).map { "N1\tReference \($0) geonames:42\t" }
    },
    "empty-span": insert { _, _ in "T1\tTopic 4 4\t" },
    "line-separator": change("#", 2) { $0 + "\u{2028}more" },
    "unresolved-conflict": insert { file, seed in
      id("Claim", file, &seed).map { "#1\tConflict \($0)\t{\"kind\":\"label\"}" }
    },
  ]
}
