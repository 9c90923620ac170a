/// The ids of new lines: made from what the line says, so that the same act on two branches gives
/// the same line, and a script run twice the same bytes.
///
/// An id is the family's letter and `1_000_000 + hash mod 2³⁰`, or the next number that is free.
/// ``StableHash`` is fed the UTF-8 of what the line says after its id: for a `T` the label and
/// fragments (`Claim 10 20;25 30`), for an `A` the name and target (`stance T1000017`), for the others
/// the whole (`Reference T1000017 wikidata:Q42`, `about Arg1:T1000017 Arg2:T1000018`,
/// `AnnotatorNotes T1000017`, a tab, and the text). For an annotation of the whole article
/// `<TAB>article` follows, and each reference in order, as `<TAB>medtop:11000000`.
enum StableID {
  static let lowest: UInt64 = 1_000_000
  private static let span: UInt64 = 1 << 30

  /// Whether an id lies in the range that is given out here.
  static func isOwn(_ id: AnnotationID) -> Bool {
    let bytes = Array(id.description.utf8)
    guard let packed = PackedID(bytes.span, 0..<bytes.count) else { return false }
    return packed.number >= lowest && packed.number < lowest + span
  }

  /// The id of a new line of a family that says `content`, next after those that are taken.
  static func id(_ family: Unicode.Scalar, of content: String, taken: (PackedID) -> Bool)
    -> PackedID
  {
    id(UInt8(truncatingIfNeeded: family.value), of: content.utf8, taken: taken)
  }

  /// The same for the bytes of what the line says.
  static func id(
    _ family: UInt8, of content: some Sequence<UInt8>, taken: (PackedID) -> Bool
  ) -> PackedID {
    id(family, hash: StableHash.hash(of: content), taken: taken)
  }

  /// The same for the hash of what the line says.
  static func id(_ family: UInt8, hash: UInt64, taken: (PackedID) -> Bool) -> PackedID {
    var step: UInt64 = 0
    while true {
      let number = lowest + (hash &+ step) % span
      let packed = PackedID(family, number: number)
      // There are more numbers than rows, so one is free.
      if !taken(packed) { return packed }
      step += 1
    }
  }
}

extension PackedID {
  /// The id that galley gives to a line of a family that says `content`, next after those that are
  /// taken.
  package static func stable(
    _ family: UInt8, of content: ArraySlice<UInt8>, taken: (PackedID) -> Bool
  ) -> PackedID {
    var hash = StableHash()
    hash.combine(content)
    return stable(family, of: hash, taken: taken)
  }

  /// The same for the hash of what the line says.
  package static func stable(
    _ family: UInt8, of content: StableHash, taken: (PackedID) -> Bool
  ) -> PackedID {
    StableID.id(family, hash: content.value, taken: taken)
  }
}
