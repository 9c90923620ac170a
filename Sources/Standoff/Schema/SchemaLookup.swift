/// Finds the schema that holds for an article: the nearest `galley.yaml` above it, else the nearest
/// `annotation.conf`.
public enum SchemaLookup {
  /// A schema with the file it comes from.
  public struct Located: Sendable {
    /// The schema; `nil` where the file is there but cannot be relied on.
    public let schema: Schema?
    /// The path of the file; `nil` for the built-in schema.
    public let path: String?
    /// What was found in the file.
    public let findings: [Diagnostic]
  }

  /// Looks upwards from `folder`, asking `read` for the bytes of each candidate, `nil` where there
  /// is none; without any, the schema is ``Schema/news``.
  ///
  /// An absolute folder is followed up to the root, a relative one up to where it is relative to.
  /// brat's `visual.conf` and `kb_shortcuts.conf` are looked up in the same way.
  public static func schema(
    forArticlesIn folder: String, reading read: (String) -> [UInt8]?
  ) -> Located {
    let folders = ancestors(of: folder)
    func nearest(_ name: String) -> BratFile? {
      for folder in folders {
        let path = path(of: name, in: folder)
        if let bytes = read(path) { return BratFile(source: path, bytes: bytes) }
      }
      return nil
    }
    if let file = nearest(names[0]) {
      let (schema, findings) = Schema.parsing(yaml: file.bytes, source: file.source)
      return Located(schema: schema, path: file.source, findings: findings)
    }
    if let file = nearest(names[1]) {
      let (schema, findings) = Schema.parsing(
        annotationConf: file.bytes, visual: nearest(names[2]),
        shortcuts: nearest(names[3]), source: file.source)
      return Located(schema: schema, path: file.source, findings: findings)
    }
    return Located(schema: .news, path: nil, findings: [])
  }

  /// What the files are called: ours, brat's, and brat's for colours and keys.
  static let names = ["galley.yaml", "annotation.conf", "visual.conf", "kb_shortcuts.conf"]

  /// A file in one of the ``ancestors(of:)``.
  static func path(of name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder itself, then each folder above it; the empty path is the one they are relative to.
  static func ancestors(of folder: String) -> [String] {
    let root = folder.hasPrefix("/") ? "/" : ""
    var parts = folder.split(separator: "/").filter { $0 != "." }
    // Above `..` nothing can be told from the path alone.
    let fixed = (parts.lastIndex(of: "..") ?? -1) + 1
    var folders: [String] = []
    while parts.count > fixed {
      folders.append(root + parts.joined(separator: "/"))
      parts.removeLast()
    }
    return folders + [root + parts.joined(separator: "/")]
  }
}
