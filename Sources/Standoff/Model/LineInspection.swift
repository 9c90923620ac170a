/// The lines one by one, for checks that look at all of them.
///
/// Slots are cheap to hand about, and what is asked of one is read from the columns; names and ids
/// become strings only where they are asked for. Hold on to one set while walking it.
extension AnnotationSet {
  /// All lines in the order of the file, used or not; the first is line 1.
  package var lineSlots: some Sequence<LineSlot> { store.order.lazy.map(LineSlot.init) }

  /// The used `T` lines in the order of the text, which is the quickest to look words up in.
  package var slotsInTextOrder: some Sequence<LineSlot> {
    store.text.lazy.map { LineSlot($0.row) }
  }

  /// The line with an id that is used, malformed or not; `nil` where no line has it.
  package func slot(of id: AnnotationID) -> LineSlot? {
    store.idTable.find(id).flatMap(store.row(ofID:)).map(LineSlot.init)
  }

  /// What a line says.
  package func kind(of slot: LineSlot) -> LineKind { store.kinds[slot.row] }

  /// Whether a line counts: it has a form that can be used, and no earlier line has its id.
  package func isUsed(_ slot: LineSlot) -> Bool {
    store.kinds[slot.row] != .malformed && store.isUsed(slot.row)
  }

  /// The id of a line, as it is written.
  package func id(of slot: LineSlot) -> AnnotationID { store.id(of: slot.row) }

  /// The label or name of a line as a number that lines with the same name share.
  ///
  /// ``name(_:)`` tells which it is; malformed lines have none.
  package func nameIndex(of slot: LineSlot) -> Int? {
    store.labels[slot.row] == .none ? nil : Int(store.labels[slot.row])
  }

  /// The name with a number that ``nameIndex(of:)`` gave.
  package func name(_ index: Int) -> String { store.names[UInt32(index)] }

  /// How many distinct names and roles there are; their numbers lie below.
  package var nameCount: Int { store.names.count }

  /// From the first start of a `T` line to its last end, as the file says.
  package func extent(of slot: LineSlot) -> TextRange {
    let entry = store.entry(of: slot.row)
    return TextRange(Int(entry.start), Int(entry.end))
  }

  /// The fragments of a `T` line, in the order of the file.
  package func fragments(of slot: LineSlot) -> [TextRange] {
    store.pieces(of: slot.row).map { TextRange(Int($0.start), Int($0.end)) }
  }

  /// What stands after the second tab of a line, without the line end; `nil` without a second tab.
  ///
  /// The slice shares the set's memory; its indices are not those of the line.
  package func textColumn(of slot: LineSlot) -> ArraySlice<UInt8>? { store.tail(of: slot.row) }

  /// The bytes of a line with its line end; the slice shares the set's memory.
  package func bytes(of slot: LineSlot) -> ArraySlice<UInt8> { store.bytes(of: slot.row) }

  /// One id that a line names.
  package struct Mention: Sendable {
    /// The role the id has in the line, as `Arg1`; `nil` where there are no roles.
    package let role: String?
    /// The id as it is written.
    package let id: AnnotationID
    /// The line that has the id, malformed or not; `nil` where none has.
    package let slot: LineSlot?
  }

  /// The ids that a line names, in its order: a target, two ends, a trigger and arguments, members.
  package func mentions(of slot: LineSlot) -> [Mention] {
    store.links(of: slot.row).map { link in
      Mention(
        role: store.role(of: link), id: store.writtenID(link.target),
        slot: store.row(ofID: link.target).map(LineSlot.init))
    }
  }

  /// The parts of a line that a finding can point at.
  package enum Field: Sendable {
    /// The id.
    case id
    /// The label or name.
    case name
    /// The offsets of a `T`.
    case offsets
    /// The id named at a place in ``mentions(of:)``.
    case mention(Int)
    /// The value of an attribute, or a database and key.
    case value
    /// What stands after the second tab.
    case text
  }

  /// Where a part of a line stands, with the line for a caret; the line's start where it has no
  /// such part.
  package func place(of field: Field, in slot: LineSlot) -> Place {
    let bytes = store.bytes(of: slot.row)
    let content = bytes.span.content(of: 0..<bytes.count)
    let range = store.range(of: field, in: slot.row).clamped(to: content)
    let scalars = { (range: Range<Int>) in
      range.count { bytes[bytes.startIndex + $0] & 0xC0 != 0x80 }
    }
    return Place(
      line: store.order.line(of: slot.row).map { $0 + 1 },
      column: 1 + scalars(0..<range.lowerBound),
      length: max(1, scalars(range)),
      excerpt: String(decoding: bytes.prefix(content.count), as: UTF8.self))
  }
}

extension LineStore {
  /// Where a part of a line stands in its bytes, counted from 0.
  fileprivate func range(of field: AnnotationSet.Field, in row: UInt32) -> Range<Int> {
    let fields = self.fields(of: row)
    let dataEnd = dataEnd(of: row)
    switch field {
    case .id: return fields.id
    case .name: return fields.name
    case .offsets: return min(fields.name.upperBound + 1, dataEnd)..<dataEnd
    case .mention(let index):
      return fields.mentions.indices.contains(index) ? fields.mentions[index].target : 0..<0
    case .value:
      let start = (fields.mentions.last?.target.upperBound ?? fields.name.upperBound) + 1
      return min(start, dataEnd)..<dataEnd
    case .text: return dataEnd + 1..<max(dataEnd + 1, Int(lengths[row]))
    }
  }
}
