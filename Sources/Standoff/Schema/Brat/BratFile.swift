/// A configuration file of brat: what it is called and what it holds.
public struct BratFile: Hashable, Sendable {
  /// The file's path, as findings name it.
  public let source: String
  /// What it holds.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(source: String, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// The lines, parted at line feeds as brat does; `nil` where the file is not UTF-8.
  var lines: [String]? {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
