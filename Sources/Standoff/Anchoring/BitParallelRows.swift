/// The last column of the table of edit distances between a pattern and a text that comes by letter by
/// letter, kept as differences of neighbours, a bit each (Myers, 1999; Hyyrö, 2003).
struct BitParallelRows {
  private let length: Int
  private let blocks: Int
  private var letters: [UInt32: Int] = [:]
  /// For each distinct letter of the pattern, where it stands; the last entry for all others.
  private var masks: [UInt64] = []
  private var plus: [UInt64]
  private var minus: [UInt64]
  /// How many edits lead from the whole pattern to what came by.
  private(set) var distance: Int

  /// Starts with no text.
  init(_ pattern: [UInt32]) {
    length = pattern.count
    blocks = max(1, (length + 63) / 64)
    plus = Array(repeating: ~0, count: blocks)
    minus = Array(repeating: 0, count: blocks)
    distance = length
    for (place, letter) in pattern.enumerated() {
      let row: Int
      if let known = letters[letter] {
        row = known
      } else {
        row = letters.count
        letters[letter] = row
        masks += Array(repeating: 0, count: blocks)
      }
      masks[row * blocks + place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// Takes in the next letter of the text.
  ///
  /// - Parameter isGlobal: whether the text is compared from its start; else a match may begin
  ///   anywhere.
  mutating func step(_ letter: UInt32, isGlobal: Bool) {
    guard length > 0 else {
      if isGlobal { distance += 1 }
      return
    }
    let row = letters[letter]
    // What comes in from above the first row: with a fixed start each letter costs one more.
    var carryPlus: UInt64 = isGlobal ? 1 : 0
    var carryMinus: UInt64 = 0
    let last: UInt64 = 1 << UInt64((length - 1) % 64)
    for block in 0..<blocks {
      let equal = row.map { masks[$0 * blocks + block] } ?? 0
      let (vp, vn) = (plus[block], minus[block])
      let xv = equal | vn
      let eq = equal | carryMinus
      let xh = (((eq & vp) &+ vp) ^ vp) | eq
      var ph = vn | ~(xh | vp)
      var mh = vp & xh
      if block == blocks - 1 {
        if ph & last != 0 { distance += 1 }
        if mh & last != 0 { distance -= 1 }
      }
      let (nextPlus, nextMinus) = (ph >> 63, mh >> 63)
      ph = ph << 1 | carryPlus
      mh = mh << 1 | carryMinus
      plus[block] = mh | ~(xv | ph)
      minus[block] = ph & xv
      (carryPlus, carryMinus) = (nextPlus, nextMinus)
    }
  }
}
