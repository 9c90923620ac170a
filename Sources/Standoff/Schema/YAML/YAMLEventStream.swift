internal import CYAML

/// The events of a YAML text as libyaml finds them: the one file that knows libyaml.
///
/// The parser and the text it reads are C's, at a fixed address for as long as the stream lives;
/// every event is copied out of C's memory before the next is asked for.
@safe final class YAMLEventStream {
  /// Why a text is no YAML, with the place where that shows.
  struct Failure: Error {
    let message: String
    /// The line, counted from 1.
    let line: Int
    /// The column in code points, counted from 1.
    let column: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>

  /// Prepares to read a text, which is copied; `nil` where there is no memory for a parser.
  init?(_ string: String) {
    unsafe parser = .allocate(capacity: 1)
    unsafe text = .allocate(capacity: string.utf8.count)
    _ = unsafe text.initialize(from: string.utf8)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe text.deallocate()
      unsafe parser.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe text.deallocate()
    unsafe parser.deallocate()
  }

  /// The next event; `nil` at the end of the text.
  func next() throws(Failure) -> YAMLEvent? {
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure }
      defer { unsafe yaml_event_delete(&event) }
      var anchor: UnsafeMutablePointer<yaml_char_t>?
      let kind: YAMLEvent.Kind
      switch unsafe event.type {
      case YAML_NO_EVENT, YAML_STREAM_END_EVENT: return nil
      case YAML_DOCUMENT_START_EVENT: kind = .documentStart
      case YAML_SEQUENCE_START_EVENT:
        kind = .listStart
        unsafe anchor = event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT:
        kind = .mapStart
        unsafe anchor = event.data.mapping_start.anchor
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .end
      case YAML_SCALAR_EVENT:
        let scalar = unsafe event.data.scalar
        let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        kind = .scalar(unsafe String(decoding: value, as: UTF8.self))
        unsafe anchor = scalar.anchor
      case YAML_ALIAS_EVENT: kind = .alias(unsafe Self.string(event.data.alias.anchor) ?? "")
      default: continue
      }
      return unsafe YAMLEvent(
        kind: kind, anchor: Self.string(anchor), line: event.start_mark.line + 1,
        column: event.start_mark.column + 1)
    }
  }

  private static func string(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe characters.map { unsafe String(cString: $0) }
  }

  /// What libyaml says of the text.
  private var failure: Failure {
    let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
    guard unsafe parser.pointee.error != YAML_READER_ERROR else { return forbiddenCharacter }
    let mark = unsafe parser.pointee.problem_mark
    return Failure(
      message: "the YAML cannot be read: \(problem ?? "it is not sound")", line: mark.line + 1,
      column: mark.column + 1)
  }

  /// A character that YAML does not allow: libyaml counts bytes up to it.
  private var forbiddenCharacter: Failure {
    let offset = unsafe min(parser.pointee.problem_offset, text.count)
    let before = unsafe String(decoding: text[..<offset], as: UTF8.self)
    let lines = YAMLReader.lines(of: before)
    return Failure(
      message: "a character that YAML does not allow", line: lines.count,
      column: 1 + (lines.last?.unicodeScalars.count ?? 0))
  }
}
