/// The stable kebab-case name of a kind of finding, such as `text-mismatch`.
///
/// Each file that reports findings declares its names in an extension at its foot.
public struct DiagnosticName: RawRepresentable, Hashable, Sendable {
  /// The name as it is printed.
  public let rawValue: String

  /// Creates a name; `rawValue` is lower-case words joined by hyphens.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a name; `rawValue` is lower-case words joined by hyphens.
  public init(_ rawValue: String) { self.rawValue = rawValue }
}

extension DiagnosticName: CustomStringConvertible {
  /// The name as it is printed.
  public var description: String { rawValue }
}
