import Standoff

/// The ids of a merge in 64 bits; the few that are not written the usual way are kept beside them.
struct MergeIDs: Sendable {
  private var irregular: [AnnotationID] = []
  private var places: [AnnotationID: UInt32] = [:]

  /// The id of an annotator's line that is not written the usual way.
  mutating func id(ofUnusual row: UInt32, in lines: StandoffLines) -> PackedID {
    let id = lines.id(of: row)
    if let place = places[id] { return PackedID(irregular: place) }
    let place = UInt32(irregular.count)
    irregular.append(id)
    places[id] = place
    return PackedID(irregular: place)
  }

  /// The id as others know it.
  func written(_ id: PackedID) -> AnnotationID {
    id.irregularIndex.map { irregular[Int($0)] } ?? AnnotationID(id.description)
  }

  /// Adds an id as it is written.
  func write(_ id: PackedID, to bytes: inout [UInt8]) {
    if let place = id.irregularIndex {
      bytes += irregular[Int(place)].description.utf8
    } else {
      id.write(to: &bytes)
    }
  }

  /// Feeds an id as it is written to a hash.
  func feed(_ id: PackedID, to hash: inout StableHash) {
    if let place = id.irregularIndex {
      hash.combine(ArraySlice(irregular[Int(place)].description.utf8))
    } else {
      hash.combine(id)
    }
  }

  /// Adds an id as a string in JSON.
  func write(quoted id: PackedID, to bytes: inout [UInt8]) {
    if id.irregularIndex != nil {
      bytes += JSONValue.string(written(id).description).encoded(asciiOnly: true).utf8
    } else {
      bytes.append(UInt8(ascii: "\""))
      id.write(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Whether one id comes before another.
  func precedes(_ one: PackedID, _ other: PackedID) -> Bool {
    one.isNumbered && other.isNumbered
      ? one.bits < other.bits : written(one) < written(other)
  }
}
