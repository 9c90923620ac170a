import Adjudication
import Standoff
import Testing

/// Kappa, pi and alpha over code points and words against the oracle and its packages, and by laws.
@Suite struct CoefficientTests {
  @Test(.enabled(if: Oracle.isThere)) func everyCoefficientOfTheOracle() throws {
    var count = 0
    for set in try Oracle.sets() {
      let continuum = try set.continuum()
      let joint = LabelRuns(codePointsOf: [continuum])
      #expect(joint.itemCount == continuum.scope.count)
      let values = try #require(set.value["char_level_joint"])
      count += try compare(joint, values, "\(set.name) characters")
      for (label, value) in set.value["char_level_per_type_binary"]?.members ?? [] {
        let runs = LabelRuns(codePointsOf: [continuum], label: label)
        try same(KrippendorffAlpha.value(of: runs), value["krippendorff_alpha"], set.name + label)
        try same(FleissKappa.value(of: runs), value["fleiss_kappa"], set.name + label)
        count += 2
      }
      guard let bounds = set.value.at("tokens", "bounds")?.array else { continue }
      let words = bounds.map { bound in
        let ends = (bound.array ?? []).compactMap(\.integer)
        return TextRange(ends[0], ends[1])
      }
      let runs = LabelRuns(wordsOf: [continuum], [words])
      #expect(runs.itemCount == words.count)
      count += try compare(
        runs, try #require(set.value["token_level_joint"]), "\(set.name) words")
    }
    #expect(count > 250)
  }

  private func compare(
    _ runs: LabelRuns, _ values: JSONValue, _ name: String
  ) throws -> Int {
    let exact = try #require(values["exact"])
    try same(KrippendorffAlpha.value(of: runs), exact["krippendorff_alpha"], name)
    try same(FleissKappa.value(of: runs), exact["fleiss_kappa"], name)
    try same(DaviesFleissKappa.value(of: runs), exact["davies_fleiss_multi_kappa"], name)
    var count = 3
    for (pair, value) in exact["cohen"]?.members ?? [] {
      let annotators = pair.split(separator: "-").compactMap { Int($0) }
      try same(
        CohenKappa.value(of: runs, between: annotators[0], and: annotators[1]), value, name)
      try same(
        ScottPi.value(of: runs, between: annotators[0], and: annotators[1]),
        exact.at("scott", pair), name)
      count += 2
    }
    // The packages print a number, or fail, where nothing is defined.
    let packages: [(String, AgreementValue)] = [
      ("krippendorff_0.9.0", KrippendorffAlpha.value(of: runs)),
      ("nltk_alpha", KrippendorffAlpha.value(of: runs)),
      ("nltk_multi_kappa", DaviesFleissKappa.value(of: runs)),
      ("nltk_pi", FleissKappa.value(of: runs)),
    ]
    for (package, found) in packages {
      guard let found = found.number, let value = values.at("ref", package)?.double else {
        continue
      }
      #expect(abs(found - value) <= 1e-9, "\(name) \(package)")
      count += 1
    }
    return count
  }

  private func same(
    _ found: AgreementValue, _ expected: JSONValue?, _ name: String
  ) throws {
    let expected = try #require(expected)
    guard let number = expected.double else {
      #expect(expected == .null && found == .undefined(.oneLabelOnly), "\(name): \(found)")
      return
    }
    let value = try #require(found.number, "\(name): \(found)")
    #expect(abs(value - number) <= 1e-12 * max(1, abs(number)), "\(name): \(value), not \(number)")
  }

  /// The example by which Fleiss' kappa is commonly taught: 14 annotators, ten items, five names.
  @Test func fleissOfTenItems() throws {
    let table = [
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
    let items = table.map { row in
      row.enumerated().flatMap { name, count in [String?](repeating: "\(name)", count: count) }
    }
    // Who gives no name at the end of an item is left out.
    let ragged = LabelRuns(items: [["a", "b"], ["a"], ["a", "b", "c"]])
    let whole = LabelRuns(items: [["a", "b", nil], ["a", nil, nil], ["a", "b", "c"]])
    #expect(ragged.runs == whole.runs)
    let kappa = try #require(FleissKappa.value(of: LabelRuns(items: items)).number)
    #expect(abs(kappa - 0.210) < 5e-4)
  }

  /// The one for Cohen's kappa: of fifty items, both said yes to 20 and no to 15.
  @Test func cohenOfFiftyItems() throws {
    let table: [(String, String, Int)] = [
      ("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15),
    ]
    let items = table.flatMap { [[String?]](repeating: [$0.0, $0.1], count: $0.2) }
    let kappa = try #require(CohenKappa.value(of: LabelRuns(items: items)).number)
    #expect(abs(kappa - 0.4) < 1e-12)
  }

  static let measures: [@Sendable (LabelRuns) -> AgreementValue] = [
    { CohenKappa.value(of: $0) }, { ScottPi.value(of: $0) }, { FleissKappa.value(of: $0) },
    { DaviesFleissKappa.value(of: $0) }, { KrippendorffAlpha.value(of: $0) },
    { KrippendorffAlpha.value(of: $0, metric: .masi) },
  ]

  @Test func neverANumberWhereNothingIsDefined() throws {
    let alone = LabelRuns(items: [["a"], ["b"]])
    let none = LabelRuns(items: [])
    let uniform = LabelRuns(items: [["a", "a"], ["a", "a"]])
    let apart = LabelRuns(items: [["a", nil], [nil, "b"]])
    for measure in Self.measures {
      #expect(measure(alone) == .undefined(.fewerThanTwoAnnotators))
      #expect(measure(none) == .undefined(.fewerThanTwoAnnotators))
      #expect(measure(uniform) == .undefined(.oneLabelOnly))
      #expect(
        [.undefined(.nothingCompared), .undefined(.nothingOfAll)].contains(measure(apart)))
    }
    #expect(FleissKappa.value(of: apart) == .undefined(.nothingOfAll))
  }

  /// Moving, renaming and exchanging annotators change nothing; 1 exactly where all names agree.
  @Test func laws() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 5_000_000)
      let continuum = random.make(annotators: 2...4, units: 5, length: 40)
      let runs = LabelRuns(codePointsOf: [continuum])
      let other = random.shuffled(continuum.moved(by: 500, renaming: ["a": "z"]))
      let others = LabelRuns(codePointsOf: [other])
      let agree = runs.runs.allSatisfy { Set($0.names).count == 1 }
      for (number, measure) in Self.measures.enumerated() {
        let (value, changed) = (measure(runs), measure(others))
        guard let one = value.number, let two = changed.number else {
          #expect(value == changed, "measure \(number), seed \(seed)")
          continue
        }
        try #require(one.isFinite && one <= 1, "measure \(number), seed \(seed)")
        try #require((one == 1) == agree, "measure \(number), seed \(seed)")
        try #require(abs(one - two) < 1e-12, "measure \(number), seed \(seed)")
      }
    }
  }

  /// Runs are no more than a shorter way to write the code points down.
  @Test func runsSayWhatCountingEachCodePointSays() throws {
    for seed in 0..<RandomContinuum.rounds {
      var random = RandomContinuum(seed &+ 6_000_000)
      let continuum = random.make(annotators: 2...3, units: 6, length: 40)
      let items = (0..<40).map { place in
        continuum.units.map { units -> String? in
          Set(
            units.filter { unit in
              unit.fragments.contains { $0.contains(TextRange(place, place + 1)) }
            }.map(\.label)
          ).sorted().joined(separator: "+")
        }
      }
      let (runs, plain) = (LabelRuns(codePointsOf: [continuum]), LabelRuns(items: items))
      for measure in Self.measures.dropLast() { #expect(measure(runs) == measure(plain)) }
    }
  }
}
