import ArgumentParser
import Standoff

/// How much a finding must matter for the exit status to tell of it.
enum FailureThreshold: String, CaseIterable, ExpressibleByArgument {
  case error, warning

  /// Whether a finding matters enough.
  func isReached(by severity: Diagnostic.Severity) -> Bool {
    switch severity {
    case .error: true
    case .warning: self == .warning
    case .note: false
    }
  }
}
