/// The fields of an `N` line: `Reference T1 wiki:Q42`, or `Reference Annotation:T1 Referent:wiki:Q42`
/// as the BioNLP shared task of 2013 has it, in either order.
struct ReferenceFields {
  /// The type, which brat has as `Reference`.
  let name: Range<Int>
  /// The annotation that is linked.
  let target: Range<Int>
  /// The database, up to the first colon.
  let database: Range<Int>
  /// The entry's key in the database; it may hold colons.
  let key: Range<Int>

  /// Finds the fields in `bytes[data]`, which is what stands between the two tabs.
  init?(_ bytes: Span<UInt8>, _ data: Range<Int>) {
    var words = WordReader(data)
    guard let name = words.next(bytes), var target = words.next(bytes),
      var entry = words.next(bytes)
    else { return nil }
    if let referent = bytes.drop("Referent:", from: target),
      let annotation = bytes.drop("Annotation:", from: entry)
    {
      (target, entry) = (annotation, referent)
    } else if let annotation = bytes.drop("Annotation:", from: target),
      let referent = bytes.drop("Referent:", from: entry)
    {
      (target, entry) = (annotation, referent)
    }
    guard let colon = bytes.first(.colon, in: entry), colon > entry.lowerBound,
      colon + 1 < entry.upperBound, !target.isEmpty
    else { return nil }
    self.name = name
    self.target = target
    database = entry.lowerBound..<colon
    key = colon + 1..<entry.upperBound
  }
}
