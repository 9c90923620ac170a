/// Lines that end in CR LF; said once a file.
struct CarriageReturn: Rule {
  static let names: [DiagnosticName] = [.carriageReturn]

  func finish(_ review: inout Review) {
    guard review.lines.set.store.mayHaveCarriageReturns else { return }
    var first: UInt32?
    var count = 0
    for row in review.lines.set.store.order {
      let line = review.lines.set.store.bytes(of: row)
      guard line.last == .lineFeed, line.dropLast().last == .carriageReturn else { continue }
      first = first ?? row
      count += 1
    }
    guard let first else { return }
    let line = review.lines.set.store.bytes(of: first)
    review.report(
      .carriageReturn, severity: .warning, Self.message(count),
      .bytes(line.count - 2..<line.count - 1), of: first)
  }
}

extension CarriageReturn {
  private static func message(_ count: Int) -> String {
    let which = count == 1 ? "this line ends" : "this line and \(count - 1) more end"
    return "\(which) in CR LF; end lines in LF alone, so that every program splits the file alike"
  }
}

extension DiagnosticName {
  /// Lines of a standoff file end in CR LF.
  public static let carriageReturn = DiagnosticName("carriage-return")
}
