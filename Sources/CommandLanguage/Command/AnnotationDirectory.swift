package import Standoff

/// Looks annotations up by what people call them: handles, names, ids, `$`.
package struct AnnotationDirectory: Sendable {
  /// The annotations.
  package let annotations: AnnotationSet
  private let handles: HandleTable
  private let last: AnnotationID?

  /// Creates a directory of the annotations as they are.
  package init(_ annotations: AnnotationSet, handles: HandleTable, last: AnnotationID?) {
    self.annotations = annotations
    self.handles = handles
    self.last = last
  }

  /// The annotation with this handle, name or id, or the only one whose id begins so.
  ///
  /// - Throws: `unknown-reference` with the nearest handle, `ambiguous-reference`,
  ///   `handle-in-script` for a handle that the running script did not make.
  package func id(named name: String, at place: Place) throws(DiagnosticError) -> AnnotationID {
    if name == "$" { return try lastTouched(at: place) }
    if let id = handles.id(of: name), annotations[id] != nil {
      guard handles.serves(name) else {
        throw DiagnosticError(
          .handleInScript,
          "`\(name)` is a handle that this script did not make, and may name another annotation "
            + "on another day", at: place,
          fix: "\(id)")
      }
      return id
    }
    if annotations[AnnotationID(name)] != nil { return AnnotationID(name) }
    let begun = annotations.ids(withPrefix: name).filter { annotations[$0] != nil }
    if begun.count == 1, let id = begun.first { return id }
    guard begun.isEmpty else {
      throw DiagnosticError(
        .ambiguousReference, "\(begun.count) ids begin with `\(name)`", at: place,
        notes: [begun.prefix(8).map(\.description).joined(separator: ", ")])
    }
    throw unknown(name, at: place)
  }

  /// The annotations whose handles go from one to the other.
  package func ids(
    from first: String, through last: String, at place: Place
  ) throws(DiagnosticError) -> [AnnotationID] {
    let name = "\(first)-\(last)"
    if annotations[AnnotationID(name)] != nil { return [AnnotationID(name)] }
    let (low, high) = (Handle(first), Handle(last))
    guard let low, let high, low.letters == high.letters else {
      throw DiagnosticError(
        .badReference, "`\(name)` is no range: both ends are handles of one label, as `c2-c5`",
        at: place)
    }
    guard low.number <= high.number else {
      throw DiagnosticError(
        .badReference, "`\(name)` is no range: the lower number stands first", at: place,
        fix: "\(last)-\(first)")
    }
    let start: AnnotationID
    let end: AnnotationID
    do {
      start = try id(named: first, at: place)
      end = try id(named: last, at: place)
    } catch {
      // One id stands for one of them alone.
      var diagnostic = error.diagnostic
      if diagnostic.name == .handleInScript {
        diagnostic.fix = nil
        diagnostic.notes.append("ids stand one by one, or behind `where` what they have in common")
      }
      throw DiagnosticError(diagnostic)
    }
    guard high.number - low.number > 1 else { return start == end ? [start] : [start, end] }
    let between = (low.number + 1..<high.number).lazy
      .compactMap { handles.id(ofHandle: low.letters + String($0)) }
      .filter { annotations[$0] != nil }
    return [start] + Array(between) + [end]
  }

  private func lastTouched(at place: Place) throws(DiagnosticError) -> AnnotationID {
    if let last, annotations[last] != nil { return last }
    throw DiagnosticError(
      .unknownReference, "`$` is the last annotation made or changed, and there is none", at: place)
  }

  private func unknown(_ name: String, at place: Place) -> DiagnosticError {
    if let what = annotations.record(of: AnnotationID(name)).flatMap(kind) {
      return DiagnosticError(
        .unknownReference, "`\(name)` is \(what), and no annotation", at: place)
    }
    // Another handle would be another annotation, and no slip of the fingers.
    let names = handles.names.filter { annotations[$0.value] != nil }.keys.sorted()
    return DiagnosticError(
      .unknownReference, "no annotation is called `\(name)`", at: place,
      fix: Handle(name) == nil ? nearest(to: name, among: names) : nil)
  }

  /// What a line is that is no annotation, with what it stands on.
  private func kind(of record: StandoffRecord) -> String? {
    let ends = record.mentions.map { mention in
      handles.handle(of: annotations.standing(mention.id)) ?? mention.id.description
    }
    guard let first = ends.first, let last = ends.last else { return nil }
    switch record.kind {
    case .relation: return "the relation \(record.name) from \(first) to \(last)"
    case .attribute: return "the attribute \(record.name) of \(first)"
    case .reference: return "a reference of \(first)"
    case .note: return "a note on \(first)"
    case .textBound, .discontinuous, .event, .group, .malformed: return nil
    }
  }

  private struct Handle {
    var letters: String
    var number: Int

    init?(_ text: String) {
      let letters = text.prefix { !$0.isNumber }
      guard !letters.isEmpty, let number = Int(text.dropFirst(letters.count)) else { return nil }
      self.letters = String(letters)
      self.number = number
    }
  }
}

extension DiagnosticName {
  /// A reference to an annotation that is not there.
  package static let unknownReference = DiagnosticName("unknown-reference")
  /// The beginning of several ids.
  package static let ambiguousReference = DiagnosticName("ambiguous-reference")
  /// A handle in a script that did not make it.
  package static let handleInScript = DiagnosticName("handle-in-script")
}
