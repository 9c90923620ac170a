extension BratReading {
  /// The names of all findings about what brat makes of a file, sorted.
  static var names: [DiagnosticName] {
    ([.bratRefuses, .bratRewrites] + BratCrash.allCases.map(\.name))
      .sorted { $0.rawValue < $1.rawValue }
  }

  /// What brat does not take as it is: lines that make it give up the document and lines that it sets
  /// aside are errors; lines that it writes otherwise than they came are notes.
  ///
  /// They are in the order of the file, one a line; line ends that brat does not keep are said once.
  /// `source` is the path of the file as the user gave it.
  public func findings(source: String? = nil) -> [Diagnostic] {
    var saysLineEnds = false
    return lines.compactMap { line in
      guard var finding = line.finding ?? (saysLineEnds ? nil : line.lineEndFinding) else {
        return nil
      }
      saysLineEnds = saysLineEnds || line.finding == nil
      finding.place.source = source
      return finding
    }
  }
}

extension BratReading.Line {
  fileprivate var finding: Diagnostic? {
    switch verdict {
    case .crash(let crash):
      Diagnostic(crash.name, crash.message(id: id, part: part), at: place, fix: fix)
    case .refused(let refusal): Diagnostic(.bratRefuses, refusal.message(id: id), at: place)
    case .accepted where written != original:
      Diagnostic(.bratRewrites, severity: .note, rewriting, at: place)
    case .accepted: nil
    }
  }

  fileprivate var lineEndFinding: Diagnostic? {
    let message = "brat ends this line otherwise when it saves: with LF alone, as every line"
    return endsPlainly
      ? nil : Diagnostic(.bratRewrites, severity: .note, message, at: place)
  }

  private var rewriting: String {
    guard let written else {
      return "brat writes the members of this group into another that has one of them, and loses "
        + "its name"
    }
    return "brat writes this line otherwise when it saves: “\(written)”"
  }

  /// What the verdict is about.
  private var part: String {
    let scalars = (place.excerpt ?? "").unicodeScalars
    let start = (place.column ?? 1) - 1
    return String(String.UnicodeScalarView(scalars.dropFirst(start).prefix(place.length)))
  }
}

extension DiagnosticName {
  /// brat writes a line otherwise than it came.
  public static let bratRewrites = DiagnosticName("brat-rewrites")
}
