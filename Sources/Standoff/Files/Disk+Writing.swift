extension Disk {
  /// Writes all of `bytes`, in as many calls as it takes.
  package func writeAll(_ bytes: [UInt8], to file: Descriptor) throws(DiskFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(rest, to: file)
      guard count > 0 else { throw DiskFailure(.full) }
      rest = rest.dropFirst(count)
    }
  }

  /// The path that remains when the symbolic links at the end of `path` are followed; nothing needs
  /// to stand there.
  package func endOfLinks(from path: String) throws(DiskFailure) -> String {
    var target = path
    for _ in 0..<40 {
      let link: String?
      do throws(DiskFailure) {
        link = try destination(ofLink: target)
      } catch {
        if error.reason == .missing { return target }
        throw error
      }
      guard let link else { return target }
      target =
        link.utf8.first == UInt8(ascii: "/")
        ? link : FilePath.path(link, in: FilePath.folder(of: target))
    }
    throw DiskFailure(.linkCircle)
  }

  /// Returns once the names in a folder are on the medium; at once where folders cannot be
  /// synchronized.
  package func synchronizeFolder(_ path: String) throws(DiskFailure) {
    let folder = try open(path, for: .folder)
    defer { close(folder) }
    do throws(DiskFailure) {
      try synchronize(folder)
    } catch {
      if error.reason != .unsupported { throw error }
    }
  }
}
