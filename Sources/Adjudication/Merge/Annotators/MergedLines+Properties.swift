import Standoff

/// The lines of attributes, references and notes in a merge.
extension MergedLines {
  /// Writes all of them; what is said of something that is written at an event alone comes last, for the
  /// event's may come behind it.
  mutating func writeProperties() {
    var late: Set<Int> = []
    for number in decisions.properties.indices {
      if !repeated.isEmpty, case .property(let owner) = decisions.properties[number].owner,
        repeated[owner] != nil || late.contains(owner)
      {
        late.insert(number)
      } else {
        write(property: number)
      }
    }
    for number in late.sorted() { write(property: number) }
  }

  private mutating func write(property number: Int) {
    if repeated[number] != nil { return }
    let owner: PackedID?
    let place: Int32
    switch decisions.properties[number].owner {
    case .stand(let stand):
      let bearer = bearer(of: number, saidOf: stand)
      (owner, place) = (standIDs[bearer], layout.line(ofStand: bearer))
    case .property(let property):
      let bearer = repeated[property] ?? property
      (owner, place) = (propertyIDs[bearer], propertyLines[bearer])
    }
    let holders = decisions.holders(ofProperty: number)
    if let first = holders.first, kind(of: first) == .attribute, let owner,
      holders.allSatisfy({ isPlain($0) })
    {
      let id = compose(plainAttribute: first, of: owner, as: propertyIDs[number])
      propertyIDs[number] = id
      propertyLines[number] = layout.add(id, .attribute, below: place, body[...])
      return
    }
    var model: Holder?
    var last: ArraySlice<UInt8>?
    for holder in holders {
      let own = self.body(of: holder)
      if let last, own.isSame(as: last) { continue }
      last = own
      other.removeAll(keepingCapacity: true)
      let ids = ids
      lines[holder.annotator].writeBody(of: holder.row, to: &other) { _, bytes in
        if let owner { ids.write(owner, to: &bytes) }
        return true
      }
      if model == nil || other[...].precedes(body[...]) {
        swap(&body, &other)
        model = holder
      }
    }
    guard let model else { return }
    note(model)
    let id: PackedID
    if let own = propertyIDs[number] {
      id = own
    } else {
      id = named(property: model, of: owner)
      propertyIDs[number] = id
    }
    let kind = lines[model.annotator].kind(of: model.row)
    propertyLines[number] = layout.add(id, kind, below: place, body[...])
  }

  /// What a property is said of in the file: in place of a trigger its first event, unless somebody who
  /// has that event says it of the trigger.
  private func bearer(of property: Int, saidOf stand: Int) -> Int {
    guard let event = firstEvents[stand] else { return stand }
    let sources = Set(decisions.holders(ofProperty: property).map(\.annotator))
    let areBoth = decisions.holders(of: event).contains { sources.contains($0.annotator) }
    return areBoth ? stand : event
  }

  private func kind(of holder: Holder) -> LineKind {
    decisions.clusters.sources[holder.annotator].source.columns.kinds[Int(holder.row)]
  }

  /// Makes what follows the id of an attribute that all have in the form of the clean profile; tells that
  /// id, which is a new one where it keeps none.
  private mutating func compose(
    plainAttribute holder: Holder, of owner: PackedID, as kept: PackedID?
  ) -> PackedID {
    body.removeAll(keepingCapacity: true)
    body.append(UInt8(ascii: "\t"))
    body += decisions.clusters.list.labels[Int(decisions.nameRank(of: holder))].utf8
    body.append(UInt8(ascii: " "))
    ids.write(owner, to: &body)
    // One attribute of a name is like another, whatever its value.
    let id = kept ?? named(UInt8(ascii: "A"), body.dropFirst())
    decisions.sayings.writeValue(of: decisions.sayings[holder], to: &body)
    return id
  }

  /// An id that is new, of an attribute, reference or note.
  private mutating func named(property model: Holder, of owner: PackedID?) -> PackedID {
    let own = lines[model.annotator]
    let data = Self.data(body[...])
    switch own.kind(of: model.row) {
    case .note:
      // Behind the tabs on both sides.
      if !Self.isPlain(text: body.dropFirst(data.count + 2)) { respell(note: model, of: owner) }
      return named(UInt8(ascii: "#"), body.dropFirst())
    case .attribute:
      // One attribute of a name is like another, whatever its value.
      let space = UInt8(ascii: " ")
      let words = data.split(separator: space, maxSplits: 2)
      let said = words.prefix(2).joined(separator: [space])
      return named(own.family(of: model.row), ArraySlice(said))
    default: return named(own.family(of: model.row), data)
    }
  }

  /// Whether the text of a note is the same whoever wrote it: it has no backslash, no control character,
  /// and no line break outside ASCII, which are U+0085, 2028 and 2029.
  private static func isPlain(text: ArraySlice<UInt8>) -> Bool {
    let text = text.span
    for place in text.indices {
      switch text[place] {
      case 0..<0x20, UInt8(ascii: "\\"): return false
      case 0x85 where place > 0 && text[place - 1] == 0xC2: return false
      case 0xA8, 0xA9:
        if place > 1, text[place - 1] == 0x80, text[place - 2] == 0xE2 { return false }
      default: break
      }
    }
    return true
  }

  /// Writes the text of a note so that it says the same under an id that galley gives out.
  private mutating func respell(note model: Holder, of owner: PackedID?) {
    let note = decisions.record(model)
    guard note.ownText.utf8.count != (note.value ?? "").utf8.count else { return }
    areSpelled = false
    let target = owner.map { ids.written($0).description } ?? ""
    body = Array("\t\(note.name) \(target)\t\(note.ownText)".utf8)
  }
}
