/// A moment, to the second, that reads as `2026-05-01T09:30:00Z`.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since the start of 1970 in UTC, leap seconds not counted.
  public var seconds: Int

  /// Creates the moment `seconds` after the start of 1970 in UTC.
  public init(seconds: Int) { self.seconds = seconds }

  /// Reads what ``description`` writes; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    guard bytes.count == pattern.count else { return nil }
    var fields = [0]
    for (byte, wanted) in zip(bytes, pattern) {
      guard wanted == UInt8(ascii: "0") else {
        guard byte == wanted else { return nil }
        fields.append(0)
        continue
      }
      guard byte.isDigit else { return nil }
      fields[fields.count - 1] = fields[fields.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
    }
    let days = Self.days(year: fields[0], month: fields[1], day: fields[2])
    self.init(seconds: ((days * 24 + fields[3]) * 60 + fields[4]) * 60 + fields[5])
    // Only one spelling of each moment is read: no 30 February, no hour 24.
    guard description.utf8.elementsEqual(bytes) else { return nil }
  }

  /// Whether `left` is earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// Days since 1970 of a date in the Gregorian calendar, by counting from 1 March of the year 0, so
  /// that the leap day is a year's last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let monthsSinceMarch = (month + 9) % 12
    let leapDays = year.floored(by: 4) - year.floored(by: 100) + year.floored(by: 400)
    return year * 365 + leapDays + (monthsSinceMarch * 153 + 2) / 5 + day - 1 - 719_468
  }
}

extension Timestamp: CustomStringConvertible {
  /// The moment in UTC as ISO 8601 has it.
  public var description: String {
    let days = seconds.floored(by: 86400)
    let second = seconds &- days &* 86400
    let (year, month, day) = Self.date(days: days)
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
      + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let daysSinceMarch0 = days + 719_468
    let era = daysSinceMarch0.floored(by: 146_097)
    let dayOfEra = daysSinceMarch0 - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (5 * dayOfYear + 2) / 153
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int {
  /// The quotient rounded down, also below zero.
  fileprivate func floored(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
