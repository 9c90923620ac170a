/// A document that brat is reading: what it has kept so far, by line.
struct BratDocument {
  /// The reader of single lines.
  let parser: BratParser
  /// What is kept of each line; `nil` where it is not used.
  private var kept: [BratAnnotation?] = []
  /// The index of the first line with each id, used or not.
  private var ids: [BratText: Int] = [:]

  /// Begins with nothing read.
  init(parser: BratParser) { self.parser = parser }

  /// Reads the next line.
  mutating func read(_ line: BratLine) -> BratReading.Line {
    let text = line.text[...]
    var id: BratText = []
    do throws(BratFault) {
      id = try BratParser.id(of: text)
      if ids[id] != nil { throw .refused(.duplicateID, id) }
      let content = try parser.content(of: text[(id.endIndex + 1)...], id: id)
      let annotation = BratAnnotation(id: id, content: content)
      keep(annotation, id)
      return entry(line, .accepted, text.withoutLineEnd, id, written: annotation.written)
    } catch {
      let (verdict, part) = error.verdict
      switch error {
      case .refused(let refusal, _): keep(nil, refusal.takesID ? id : [])
      case .crash: keep(nil, id)
      }
      return entry(line, verdict, part, id.isEmpty ? part : id, written: text.withoutLineEnd.string)
    }
  }

  private mutating func keep(_ annotation: BratAnnotation?, _ id: BratText) {
    if let first = id.first, first != "*" { ids[id] = kept.count }
    kept.append(annotation)
  }

  private func entry(
    _ line: BratLine, _ verdict: BratReading.Verdict, _ part: BratText, _ id: BratText,
    written: String
  ) -> BratReading.Line {
    BratReading.Line(
      verdict: verdict, written: written, place: line.place(of: part), id: id.string,
      original: line.text[...].withoutLineEnd.string, endsPlainly: line.endsPlainly)
  }
}

extension BratDocument {
  /// Writes groups that share a member into one.
  func mergeGroups(in lines: inout [BratReading.Line]) {
    var groups = BratGroups()
    for (index, annotation) in kept.enumerated() {
      guard case .group(_, let members, _)? = annotation?.content else { continue }
      for gone in groups.add(members, ofLine: index) { lines[gone].written = nil }
    }
    for (index, annotation) in kept.enumerated() {
      guard let annotation, let members = groups.members(ofLine: index),
        case .group(let name, _, let tail) = annotation.content
      else { continue }
      let merged = BratAnnotation.Content.group(name: name, members: members, tail: tail)
      lines[index].written = BratAnnotation(id: annotation.id, content: merged).written
    }
  }

  /// Finds what brat falls over once all lines are read: events without a trigger of their label,
  /// and what is on a trigger in place of its event.
  func checkTriggers(in lines: inout [BratReading.Line], of file: [BratLine]) {
    var events: [BratText: BratText] = [:]
    for (index, annotation) in kept.enumerated() {
      guard let annotation,
        case .event(let label, let trigger, let arguments, _) = annotation.content
      else { continue }
      let crash = fault(inTrigger: trigger, label: label)
      if let argument = arguments.first(where: { !$0.contains(":") }) {
        lines[index].fail(.eventArgument, at: file[index].place(of: argument))
      } else if let crash, !(ids[trigger].map { lines[$0].crashes } ?? false) {
        lines[index].fail(crash, at: file[index].place(of: trigger))
      }
      if crash == nil, events[trigger] == nil { events[trigger] = annotation.id }
    }
    guard !events.isEmpty else { return }
    for (index, annotation) in kept.enumerated() {
      guard let (crash, target) = annotation?.property, let event = events[target] else { continue }
      lines[index].fail(crash, at: file[index].place(of: target))
      lines[index].fix = event.string
    }
  }

  private func fault(inTrigger trigger: BratText, label: BratText) -> BratCrash? {
    guard let index = ids[trigger] else { return .noTrigger }
    guard case .textBound(let other, _, _, _)? = kept[index]?.content, other == label else {
      return .wrongTrigger
    }
    return nil
  }
}

extension BratAnnotation {
  /// How brat falls over this where it is on a trigger, and what it is on.
  fileprivate var property: (BratCrash, BratText)? {
    switch content {
    case .attribute(_, let target, _, _): (.attributeOnTrigger, target)
    case .note(_, let target, _): (.noteOnTrigger, target)
    case .reference(_, let target, _, _): (.referenceOnTrigger, target)
    default: nil
    }
  }
}

extension BratReading.Line {
  fileprivate mutating func fail(_ crash: BratCrash, at place: Place) {
    (verdict, self.place) = (.crash(crash), place)
  }
}

extension BratFault {
  fileprivate var verdict: (BratReading.Verdict, BratText) {
    switch self {
    case .refused(let refusal, let part): (.refused(refusal), part)
    case .crash(let crash, let part): (.crash(crash), part)
    }
  }
}
