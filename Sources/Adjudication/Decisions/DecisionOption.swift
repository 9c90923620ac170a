import Standoff

/// `name=value` behind a decision.
struct DecisionOption {
  /// The name.
  let name: String
  /// The value.
  let value: String
  /// Whether it was quoted.
  let isQuoted: Bool

  /// What it sets an attribute to; `yes` and `no` that are not quoted say whether it is there.
  var attribute: Verdict.Attribute {
    switch (value, isQuoted) {
    case (Attribute.presence, false): Verdict.Attribute(name, value: nil)
    case ("no", false): Verdict.Attribute(name, value: nil, isThere: false)
    default: Verdict.Attribute(name, value: value)
    }
  }
}
