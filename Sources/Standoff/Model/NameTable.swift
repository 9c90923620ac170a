/// The distinct names of a file, each kept once: labels, roles, and ids that do not pack.
///
/// Names are told apart by their bytes; `é` in one code point and in two are two names.
struct NameTable: Sendable {
  private var names: [String] = []
  private var buckets: [UInt32] = []

  /// The name with this index.
  subscript(index: UInt32) -> String { names[Int(index)] }

  /// How many names there are.
  var count: Int { names.count }

  /// The index of the name in `bytes[range]`; `nil` where it was never put in.
  func index(of bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard !buckets.isEmpty else { return nil }
    let found = buckets[bucket(of: bytes, range)]
    return found == .none ? nil : found
  }

  /// The index of `name`; `nil` where it was never put in.
  func index(of name: String) -> UInt32? {
    let bytes = Array(name.utf8)
    return index(of: bytes.span, 0..<bytes.count)
  }

  /// Puts in the name in `bytes[range]`, where it is new, and tells its index.
  mutating func insert(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if names.count * 2 >= buckets.count { grow() }
    let bucket = bucket(of: bytes, range)
    if buckets[bucket] != .none { return buckets[bucket] }
    let index = UInt32(names.count)
    names.append(String(decoding: (range).map { bytes[$0] }, as: UTF8.self))
    buckets[bucket] = index
    return index
  }

  /// Where the name is, or where it would go.
  private func bucket(of bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var hash = StableHash()
    for index in range { hash.combine(bytes[index]) }
    var bucket = Int(truncatingIfNeeded: hash.value) & (buckets.count - 1)
    while buckets[bucket] != .none {
      if equals(names[Int(buckets[bucket])], bytes, range) { return bucket }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return bucket
  }

  private func equals(_ name: String, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let units = name.utf8
    guard units.count == range.count else { return false }
    var index = range.lowerBound
    for unit in units {
      if unit != bytes[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    buckets = Array(repeating: .none, count: max(16, buckets.count * 2))
    for (index, name) in names.enumerated() {
      var hash = StableHash()
      for unit in name.utf8 { hash.combine(unit) }
      var bucket = Int(truncatingIfNeeded: hash.value) & (buckets.count - 1)
      while buckets[bucket] != .none { bucket = (bucket + 1) & (buckets.count - 1) }
      buckets[bucket] = UInt32(index)
    }
  }
}
