package import Adjudication
package import Standoff

extension AgreementReport {
  /// The members of the object of the programs reference.
  package var members: [(key: String, value: JSONValue)] {
    [
      ("documents", .integer(documentCount)),
      ("annotators", .array(plan.annotators.map(JSONValue.string))),
      ("measures", .array(rows.map(\.json))),
      (
        "left_out",
        .array(
          leftOut.map {
            .object([
              ("what", .string($0.reason.rawValue)), ("annotator", .string($0.annotator)),
              ("count", .integer($0.count)),
            ])
          })
      ),
      ("unit", .string(plan.item.rawValue)),
      ("resampled", pieceCount > 0 ? .string(plan.piece.rawValue) : .null),
      (
        "labels",
        .array(
          confusion.cells.map {
            .object([
              ("met", .array([Self.name($0.first), Self.name($0.second)])),
              ("count", .integer($0.count)),
            ])
          })
      ),
      ("worst", .array(places.map(\.json))),
      ("remarks", .array(remarks.map(JSONValue.string))),
    ]
  }

  private static func name(_ label: String?) -> JSONValue { label.map(JSONValue.string) ?? .null }

  /// Rows of comma-separated values (RFC 4180), a head first; lines end as on this system.
  package var commaSeparated: [String] {
    ["measure,by,value,low,high,n,undefined"]
      + rows.map { row in
        let numbers = [row.value.number, row.interval?.lowerBound, row.interval?.upperBound]
        var reason = ""
        if case .undefined(let why) = row.value { reason = why.rawValue }
        let cells =
          [row.measure.rawValue, row.group.description.visible]
          + numbers.map { $0.map { "\($0.sixDigits)" } ?? "" } + [String(row.count), reason]
        return cells.map(Self.quoted).joined(separator: ",")
      }
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension AgreementRow {
  fileprivate var json: JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("measure", .string(measure.rawValue)), ("by", .string(group.description)),
    ]
    switch value {
    case .number(let number): members.append(("value", .number(number.sixDigits)))
    case .undefined(let reason):
      members += [("value", .null), ("undefined", .string(reason.rawValue))]
    }
    if let interval {
      members += [
        ("low", .number(interval.lowerBound.sixDigits)),
        ("high", .number(interval.upperBound.sixDigits)),
      ]
    }
    if let sampler, let seed {
      members += [
        ("sampler", .string(sampler.rawValue)),
        ("seed", Int(exactly: seed).map(JSONValue.integer) ?? .string(String(seed))),
      ]
    }
    if let disorder { members.append(("disorder", .number(disorder.sixDigits))) }
    if let shortfall { members.append(("shortfall", .number(shortfall.sixDigits))) }
    if let sampleCount { members.append(("samples", .integer(sampleCount))) }
    if let coverage { members.append(("coverage", .number(coverage.sixDigits))) }
    members.append(("n", .integer(count)))
    return .object(members)
  }
}

extension DisputedPlace {
  fileprivate var json: JSONValue {
    .object([
      ("document", .string(document)), ("range", range.json), ("text", .string(words)),
      ("place", address.map { .string($0.description) } ?? .null),
      ("cost", .number(cost.sixDigits)),
      (
        "readings",
        .array(
          readings.map { reading in
            .object([
              ("annotator", .string(reading.annotator)),
              (
                "spans",
                .array(
                  reading.units.map {
                    .object([
                      ("label", .string($0.label)), ("ranges", .array($0.fragments.map(\.json))),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }
}

extension Double {
  /// The number to six digits after its point, as programs get it.
  var sixDigits: Double { (self * 1e6).rounded() / 1e6 + 0 }
}
