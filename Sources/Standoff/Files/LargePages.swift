// The one call below takes a pointer, which is what each `unsafe` marks: it points to an array's own
// room, lives for the call, and the call changes no byte.
internal import Glibc

/// Asks the system for large pages of memory where much of it is to be filled for the first time, and
/// where there is less of it for all its small pages at once.
///
/// Half of the time that reading a large file takes goes into meeting small pages one by one. It is
/// advice: where it is not taken, all goes on as before.
package enum LargePages {
  /// How much memory is worth a call, in bytes.
  private static let least = 1 << 17
  /// How much is worth large pages, which have 2 MiB.
  private static let leastForLarge = 1 << 22
  /// `MADV_POPULATE_WRITE`, which the C library of an older system does not name.
  private static let populate: Int32 = 23

  /// Asks for the room of `array` up to `count` elements, of which it has that many.
  package static func ask<Element: BitwiseCopyable>(for array: inout [Element], upTo count: Int) {
    guard min(count, array.capacity) * MemoryLayout<Element>.stride >= least else { return }
    unsafe array.withUnsafeMutableBufferPointer { buffer in
      unsafe ask(at: buffer.baseAddress, count * MemoryLayout<Element>.stride)
    }
  }

  /// Gives an array room for `count` elements, and asks for as much.
  package static func reserve<Element: BitwiseCopyable>(_ count: Int, in array: inout [Element]) {
    array.reserveCapacity(count)
    ask(for: &array, upTo: count)
  }

  /// An array of some number of zeros.
  static func zeros<Element: FixedWidthInteger & BitwiseCopyable>(_ count: Int) -> [Element] {
    var array: [Element] = []
    reserve(count, in: &array)
    array.append(contentsOf: repeatElement(0, count: count))
    return array
  }

  /// Asks for `count` bytes from `start` on, which are all in use.
  static func ask(at start: UnsafeMutableRawPointer?, _ count: Int) {
    guard count >= least, let start = unsafe start else { return }
    let page = max(1, sysconf(Int32(_SC_PAGESIZE)))
    let odd = Int(bitPattern: start) % page
    let skipped = odd == 0 ? 0 : page - odd
    let advice = count < leastForLarge ? populate : MADV_HUGEPAGE
    _ = unsafe madvise(start + skipped, count - skipped, advice)
  }
}
