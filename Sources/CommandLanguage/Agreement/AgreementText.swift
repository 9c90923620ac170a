package import Adjudication
import Standoff

/// A measured agreement as people read it: what was compared, the values, which labels met, and the
/// worst places.
package struct AgreementText {
  private let report: AgreementReport
  private let least: Double?
  private let columns: Int?

  /// Lays out a report; values below `least` are marked, and a table of labels is no wider than
  /// `columns`.
  package init(_ report: AgreementReport, least: Double? = nil, columns: Int? = nil) {
    self.report = report
    self.least = least
    self.columns = columns
  }

  /// Whether a value of everything is below the least that will do, or does not exist.
  package var isBelowLeast: Bool { !shortfalls.isEmpty }

  /// A sentence for each value of everything that is below the least.
  package var shortfalls: [String] {
    guard let least else { return [] }
    // Where all measures were asked for, those that have a value for each label alone are passed over;
    // one that was named has to have a value.
    let rows = report.rows.filter {
      $0.group == .all && !(takesAll && $0.value == .undefined(.oneLabelEach))
    }
    return rows.compactMap { row in
      guard let value = row.value.number else {
        return "\(row.measure.rawValue) is \(row.value), so that it does not reach \(least)"
      }
      return value < least
        ? "\(row.measure.rawValue) is \(value.fixed(3)), below \(least)" : nil
    }
  }

  private var takesAll: Bool {
    AgreementMeasure.allCases.allSatisfy { $0.needsReference || report.plan.measures.contains($0) }
  }

  /// All of it, a line each.
  package var lines: [StyledText] {
    [compared] + leftOut + [""] + table + notes + labelTable + places
  }

  // MARK: What was compared

  private var compared: StyledText {
    let plan = report.plan
    let spans = zip(plan.annotators, report.spanCounts).map { "\($0.0) \($0.1)" }
    let unit = plan.item == .words ? "word" : "code point"
    var line = StyledText("compared  ", .strong)
    line.append(
      "\(counted(report.documentCount, "article")), \(counted(report.readCount, unit)); spans: "
        + spans.joined(separator: ", "))
    return line
  }

  private var leftOut: [StyledText] {
    guard !report.leftOut.isEmpty else { return [] }
    let parts = report.leftOut.map {
      "\($0.count) × \($0.reason.rawValue) (\($0.annotator))"
    }
    var line = StyledText("left out  ", .strong)
    line.append(parts.joined(separator: "; "))
    return [line]
  }

  // MARK: Values

  private var table: [StyledText] {
    let width = (report.rows.map { $0.measure.rawValue.count }.max() ?? 0) + 2
    var lines: [StyledText] = []
    var group = AgreementGroup.all
    for row in report.rows {
      if row.group != group {
        group = row.group
        lines.append(StyledText(Self.title(of: group), Self.role(of: group)))
      }
      lines.append(line(of: row, width: width))
    }
    return lines
  }

  private static func title(of group: AgreementGroup) -> String {
    switch group {
    case .all: "all"
    case .label(let name): name
    case .pair(let one, let other): "\(one) and \(other)"
    case .attribute(let name): "\(name), on what two or more marked"
    case .relation(let name): "\(name), with both ends"
    case .document(let name): name
    }
  }

  private static func role(of group: AgreementGroup) -> StyledText.Role {
    if case .label(let name) = group { .label(name) } else { .strong }
  }

  private func line(of row: AgreementRow, width: Int) -> StyledText {
    var line = StyledText("  " + row.measure.rawValue.padding(width))
    guard let value = row.value.number else {
      line.append(row.value.description)
      return line
    }
    let isBelow = row.group == .all && (least.map { value < $0 } ?? false)
    line.append(value.fixed(3).leftPadding(6), isBelow ? .severity(.error) : .strong)
    let interval = row.interval.map { "\($0.lowerBound.fixed(3)) to \($0.upperBound.fixed(3))" }
    line.append("  " + (interval ?? "").padding(16))
    line.append("  \(counted(row.count, noun(of: row)))", .faint)
    if let coverage = row.coverage {
      let share = "\(Int((100 * coverage).rounded())) %"
      if case .relation = row.group {
        line.append(", \(share) between spans that two marked", .faint)
      } else {
        line.append(", \(share) comparable", .faint)
      }
    }
    return line
  }

  private func noun(of row: AgreementRow) -> String {
    switch row.group {
    case .attribute: "place"
    case .relation: "relation"
    default:
      row.measure.countsItems
        ? (report.plan.item == .words ? "word" : "code point") : "span"
    }
  }

  // MARK: What one should know

  private var notes: [StyledText] {
    var sentences = report.remarks
    if report.pieceCount > 0, report.rows.contains(where: { $0.interval != nil }) {
      sentences.append(
        "intervals hold 95 of 100 drawings of \(report.pieceCount) \(report.plan.piece.rawValue), put back after each"
      )
    }
    if let row = report.rows.first(where: { $0.sampler != nil }), let sampler = row.sampler {
      sentences.append(
        "gamma: \(counted(row.sampleCount ?? 0, "\(sampler.rawValue) sample")) of chance, seed \(row.seed ?? 0); its interval is theirs"
      )
    }
    return sentences.isEmpty
      ? [] : [""] + sentences.map { StyledText($0, .faint) }
  }

  // MARK: Labels and places

  /// How many labels a table has room for.
  private static let widest = 6

  private var labelTable: [StyledText] {
    let confusion = report.confusion
    let names: [String?] = confusion.labels + [nil]
    guard names.count > 1 else { return [] }
    let width = (names.map { ($0 ?? Self.nothing).count }.max() ?? 0) + 2
    let isTooWide = columns.map { 2 + width * (names.count + 1) > $0 } ?? false
    let isList = names.count > Self.widest + 1 || isTooWide
    let head: StyledText
    if report.plan.annotators.count == 2, let first = report.plan.annotators.first,
      let second = report.plan.annotators.last
    {
      head = StyledText(
        isList ? "labels  \(first) / \(second)" : "labels  rows \(first), columns \(second)",
        .strong)
    } else {
      head = StyledText("labels  over all pairs of annotators", .strong)
    }
    if isList { return ["", head] + labelList }
    var top = StyledText("  " + "".padding(width))
    for name in names { top.append((name ?? Self.nothing).leftPadding(width), .faint) }
    let rows = names.map { first in
      var line = StyledText("  ")
      line.append((first ?? Self.nothing).padding(width), first.map { .label($0) } ?? .faint)
      for second in names {
        let count = confusion.count(first, second)
        line.append((count == 0 ? "·" : String(count)).leftPadding(width))
      }
      return line
    }
    return ["", head, top] + rows
  }

  /// What differs, most often first, where there is no room for a table.
  private var labelList: [StyledText] {
    report.confusion.cells.filter { $0.first != $0.second }.enumerated()
      .sorted { one, other in
        one.element.count != other.element.count
          ? one.element.count > other.element.count : one.offset < other.offset
      }.map { _, cell in
        StyledText(
          "\(String(cell.count).leftPadding(6))  \(cell.first ?? Self.nothing) / \(cell.second ?? Self.nothing)"
        )
      }
  }

  private static let nothing = "(none)"

  private var places: [StyledText] {
    guard !report.places.isEmpty else { return [] }
    return ["", StyledText("worst places", .strong)] + report.places.map { line(of: $0) }
  }

  private func line(of place: DisputedPlace) -> StyledText {
    var line = StyledText("  \(place.cost.fixed(2))  ")
    if report.plan.documentCount > 1 { line.append(place.document + " ", .faint) }
    line.append(place.address?.description ?? "@\(place.range.lower)", .faint)
    line.append("  " + Self.excerpt(place.words))
    for reading in place.readings {
      line.append("  \(reading.annotator) ", .faint)
      guard !reading.units.isEmpty else {
        line.append(Self.nothing, .faint)
        continue
      }
      for (index, unit) in reading.units.enumerated() {
        line.append((index > 0 ? ", " : "") + unit.label, .label(unit.label))
        if unit.extent != place.range { line.append(" " + part(unit, of: place), .faint) }
      }
    }
    return line
  }

  /// Where in a place a narrower span lies, in words.
  private func part(_ unit: Continuum.Unit, of place: DisputedPlace) -> String {
    let scalars = Array(place.words.unicodeScalars)
    let start = unit.extent.lower.value - place.range.lower.value
    let end = unit.extent.upper.value - place.range.lower.value
    guard 0 <= start, start < end, end <= scalars.count else { return "" }
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[start..<end])
    return Self.excerpt(String(words))
  }

  private static func excerpt(_ words: String) -> String {
    let line = words.onOneLine
    guard line.count > 48 else { return "“\(line)”" }
    return "“\(line.prefix(24)) … \(line.suffix(20))”"
  }
}

extension Double {
  /// The number with so many digits after its point, rounded.
  func fixed(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let scaled = (abs(self) * scale).rounded()
    guard scaled < 1e15 else { return String(self) }
    let whole = Int(scaled)
    let unit = Int(scale)
    let rest = String(whole % unit)
    let sign = self < 0 && whole != 0 ? "-" : ""
    return sign + "\(whole / unit)."
      + String(repeating: "0", count: max(0, digits - rest.count)) + rest
  }
}
