public import Standoff

/// The policies by what they are called on the command line.
public enum PolicyList {
  /// The names, with what goes with each, sorted.
  public static let names = [
    "agreed", "intersection", "majority", "priority=a,b,c", "threshold=2", "threshold=50%", "union",
    "weighted=a:2,b:1", "weighted=ds", "weighted=mace",
  ]

  /// The policy that a text names.
  ///
  /// - Throws: `unknown-policy`.
  public static func policy(_ text: String) throws(DiagnosticError) -> any MergePolicy {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : nil
    switch (String(parts.first ?? ""), rest) {
    case ("agreed", nil): return AgreedPolicy()
    case ("intersection", nil): return IntersectionPolicy()
    case ("majority", nil): return MajorityPolicy()
    case ("union", nil): return UnionPolicy()
    case ("threshold", let number?):
      if let limit = limit(number) { return ThresholdPolicy(limit) }
      throw unknown(text, "a threshold is a number of annotators from 1, or a share up to 100%")
    case ("priority", let names?):
      let names = names.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if Set(names).count == names.count, names.allSatisfy(StandoffLocation.isAnnotator) {
        return PriorityPolicy(names)
      }
      throw unknown(text, "a priority is a list of different annotators with commas between them")
    case ("weighted", "ds"): return DawidSkenePolicy()
    case ("weighted", "mace"): return MACEPolicy()
    case ("weighted", let weights?):
      if let weights = Self.weights(weights) { return WeightPolicy(weights) }
      throw unknown(text, "weighted takes ds, mace, or weights above 0 as in ana:2,ben:1")
    case (let name, _):
      let known = names.map { String($0.prefix { $0 != "=" }) }
      let hint = nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
      throw unknown(text, "there are " + names.joined(separator: ", ") + hint)
    }
  }

  private static func limit(_ text: String) -> ThresholdPolicy.Limit? {
    let isPercent = text.hasSuffix("%")
    let digits = isPercent ? text.dropLast() : Substring(text)
    guard digits.utf8.allSatisfy(\.isDigit), let number = Int(digits),
      number > 0
    else { return nil }
    if isPercent { return number <= 100 ? .percent(number) : nil }
    return .count(number)
  }

  private static func weights(_ text: String) -> [(annotator: String, weight: Double)]? {
    var weights: [(annotator: String, weight: Double)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard pair.count == 2, StandoffLocation.isAnnotator(pair[0]), let weight = Double(pair[1]),
        weight > 0, weight.isFinite, !weights.contains(where: { $0.annotator == pair[0] })
      else { return nil }
      weights.append((pair[0], weight))
    }
    return weights
  }

  private static func unknown(_ text: String, _ rest: String) -> DiagnosticError {
    DiagnosticError(.unknownPolicy, "“\(text)” is no policy: \(rest)")
  }
}

extension DiagnosticName {
  /// What was given for a policy is none.
  public static let unknownPolicy = DiagnosticName("unknown-policy")
}
