import Glibc

/// Writes all of `text`, however many calls it takes; a terminal that went away is no concern here.
func writeAll(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      guard errno == EINTR else { return }
    } else {
      rest = rest.dropFirst(count)
    }
  }
}
