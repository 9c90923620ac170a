public import Standoff

extension DisputedGroup {
  /// What is disputed in words: the kind, and of everybody who has a part in it the labels and the
  /// words, wherever the lines stand and whatever their ids are.
  ///
  /// Two groups of one key are one question. What else a reading has, its attributes and notes, is no
  /// part of it.
  public func key(in set: AnnotationSet) -> String {
    var head = kind.rawValue
    if let name { head += " " + name.asKeyWord }
    if !isOfLines, !isOfGroup { head += " of " + set.content(of: target) }
    let said = readings.map { reading in
      let names = reading.annotators.isEmpty ? "?" : reading.annotators.joined(separator: ",")
      let contents = reading.ids.map { set.content(of: $0) }
      return names + " "
        + (contents.isEmpty ? "nothing" : contents.sorted(by: <).joined(separator: " & "))
    }
    return head + ": " + said.joined(separator: " | ")
  }
}

extension AnnotationSet {
  /// What a line says, without ids.
  fileprivate func content(of id: AnnotationID) -> String {
    guard let record = record(of: id) else { return "?" }
    switch record.kind {
    case .attribute: return record.shownValue.asKeyWord
    case .reference: return record.entry.asKeyWord
    case .note: return (record.value ?? "").inQuotes
    case .relation:
      return record.name.asKeyWord + " "
        + record.mentions.map { span(of: $0.id) }.joined(separator: " -> ")
    case .event:
      let arguments = record.mentions.dropFirst().map {
        " \($0.role.asKeyWord) (\(span(of: $0.id)))"
      }
      return span(of: id) + arguments.joined()
    default: return span(of: id)
    }
  }

  private func span(of id: AnnotationID) -> String {
    guard let annotation = self[id] else { return "?" }
    guard annotation.isArticleLevel else {
      return annotation.label.asKeyWord + " " + annotation.ranges.spelled(in: article)
    }
    // What it is of is told by its references, which no words do.
    let entries = references(of: id).map { $0.entry.asKeyWord }.sorted(by: <)
    return ([annotation.label.asKeyWord, Annotation.articlePlace] + entries).joined(separator: " ")
  }
}

extension String {
  /// The text as a word of a key: in quotes where it holds what keys are parted by.
  fileprivate var asKeyWord: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        (0x21...0x7E).contains(byte) && !"\"|&#\\".utf8.contains(byte)
      }
    return isPlain ? self : inQuotes
  }
}
