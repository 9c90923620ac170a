/// The distinct names of a file, each kept once: labels, roles, and ids that do not pack.
///
/// Names are told apart by their bytes; `é` in one code point and in two are two names.
struct NameTable: Sendable {
  private var names: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var buckets: [UInt32] = []

  /// The name with this index.
  subscript(index: UInt32) -> String { names[Int(index)] }

  /// How many names there are.
  var count: Int { names.count }

  /// The index of the name in `source[range]`; `nil` where it was never put in.
  func index(of source: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    guard !buckets.isEmpty else { return nil }
    let found = buckets[bucket(of: source, range)]
    return found == .none ? nil : found
  }

  /// The index of `name`; `nil` where it was never put in.
  func index(of name: String) -> UInt32? {
    let source = Array(name.utf8)
    return index(of: source.span, 0..<source.count)
  }

  /// Puts in the name in `source[range]`, where it is new, and tells its index.
  mutating func insert(_ source: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    if names.count * 2 >= buckets.count { grow() }
    let bucket = bucket(of: source, range)
    if buckets[bucket] != .none { return buckets[bucket] }
    let index = UInt32(names.count)
    for place in range { bytes.append(source[place]) }
    names.append(String(decoding: bytes[ends[ends.count - 1]...], as: UTF8.self))
    ends.append(bytes.count)
    buckets[bucket] = index
    return index
  }

  /// Where the name is, or where it would go.
  private func bucket(of source: Span<UInt8>, _ range: Range<Int>) -> Int {
    var bucket = Scattering.bucket(of: Self.hash(of: source, range), among: buckets.count)
    while buckets[bucket] != .none {
      if holds(Int(buckets[bucket]), source, range) { return bucket }
      bucket = (bucket + 1) & (buckets.count - 1)
    }
    return bucket
  }

  private static func hash(of source: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    for place in range { hash.combine(source[place]) }
    return hash.value
  }

  /// Whether the name with this index is the one in `source[range]`.
  private func holds(_ index: Int, _ source: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = ends[index]
    guard ends[index + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != source[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    buckets = Array(repeating: .none, count: max(16, buckets.count * 2))
    for index in names.indices {
      let hash = Self.hash(of: bytes.span, ends[index]..<ends[index + 1])
      var bucket = Scattering.bucket(of: hash, among: buckets.count)
      while buckets[bucket] != .none { bucket = (bucket + 1) & (buckets.count - 1) }
      buckets[bucket] = UInt32(index)
    }
  }
}
