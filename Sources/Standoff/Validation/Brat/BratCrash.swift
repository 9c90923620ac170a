/// Why brat's parser gives up a whole document, for one line of it.
public enum BratCrash: String, Hashable, Sendable, CaseIterable {
  /// The line begins with a tab.
  case noID
  /// The id begins with a digit.
  case digitID
  /// A `T` marks nothing and has no tab after its offsets.
  case emptySpan
  /// An argument of a relation is not `ROLE:ID`.
  case relationEnd
  /// An `M` has not two fields.
  case modifier
  /// The trigger of an event is not in the file.
  case noTrigger
  /// The trigger of an event is no `T`, or has another label.
  case wrongTrigger
  /// An argument of an event is not `ROLE:ID`.
  case eventArgument
  /// An attribute is on the trigger of an event.
  case attributeOnTrigger
  /// A note is on the trigger of an event.
  case noteOnTrigger
  /// A reference is on the trigger of an event.
  case referenceOnTrigger
  /// The file is not UTF-8.
  case encoding

  /// The name of the finding.
  public var name: DiagnosticName {
    switch self {
    case .noID: .bratCrashNoID
    case .digitID: .bratCrashDigitID
    case .emptySpan: .bratCrashEmptySpan
    case .relationEnd: .bratCrashRelationEnd
    case .modifier: .bratCrashModifier
    case .noTrigger: .bratCrashNoTrigger
    case .wrongTrigger: .bratCrashWrongTrigger
    case .eventArgument: .bratCrashEventArgument
    case .attributeOnTrigger: .bratCrashAttributeOnTrigger
    case .noteOnTrigger: .bratCrashNoteOnTrigger
    case .referenceOnTrigger: .bratCrashReferenceOnTrigger
    case .encoding: .bratCrashEncoding
    }
  }

  /// What is said about a line with an id, where `part` is what brat stumbles over.
  func message(id: String, part: String) -> String {
    "brat opens no document with this line: " + reason(id: id, part: part)
  }

  private func reason(id: String, part: String) -> String {
    switch self {
    case .noID: "it begins with a tab; write an id before it or take the line out"
    case .digitID: "the id \(id) begins with a digit; ids begin with a letter"
    case .emptySpan: "\(id) marks nothing and has no tab after its offsets; add the tab"
    case .relationEnd: "the argument “\(part)” of \(id) is not ROLE:ID"
    case .modifier: "\(id) has not two fields, a name and an id; use an A line for a value"
    case .noTrigger: "the trigger of the event \(id) is not in the file"
    case .wrongTrigger: "the trigger of the event \(id) is no T line with the same label"
    case .eventArgument: "the argument “\(part)” of the event \(id) is not ROLE:ID"
    case .attributeOnTrigger:
      "the attribute \(id) is on \(part), the trigger of an event; put it on the event"
    case .noteOnTrigger:
      "the note \(id) is on \(part), the trigger of an event; put it on the event"
    case .referenceOnTrigger:
      "the reference \(id) is on \(part), the trigger of an event; put it on the event"
    case .encoding: "it is not UTF-8 here; convert the file"
    }
  }
}

extension DiagnosticName {
  /// A line that begins with a tab makes brat give up the document.
  public static let bratCrashNoID = DiagnosticName("brat-crash-no-id")
  /// An id that begins with a digit makes brat give up the document.
  public static let bratCrashDigitID = DiagnosticName("brat-crash-digit-id")
  /// A `T` that marks nothing and has no second tab makes brat give up the document.
  public static let bratCrashEmptySpan = DiagnosticName("brat-crash-empty-span")
  /// An argument of a relation without a role makes brat give up the document.
  public static let bratCrashRelationEnd = DiagnosticName("brat-crash-relation-end")
  /// An `M` with other than two fields makes brat give up the document.
  public static let bratCrashModifier = DiagnosticName("brat-crash-modifier")
  /// An event whose trigger is missing makes brat give up the document.
  public static let bratCrashNoTrigger = DiagnosticName("brat-crash-no-trigger")
  /// An event whose trigger is no `T` of its label makes brat give up the document.
  public static let bratCrashWrongTrigger = DiagnosticName("brat-crash-wrong-trigger")
  /// An argument of an event without a role makes brat give up the document.
  public static let bratCrashEventArgument = DiagnosticName("brat-crash-event-argument")
  /// An attribute on the trigger of an event makes brat give up the document.
  public static let bratCrashAttributeOnTrigger = DiagnosticName("brat-crash-attribute-on-trigger")
  /// A note on the trigger of an event makes brat give up the document.
  public static let bratCrashNoteOnTrigger = DiagnosticName("brat-crash-note-on-trigger")
  /// A reference on the trigger of an event makes brat give up the document.
  public static let bratCrashReferenceOnTrigger = DiagnosticName("brat-crash-reference-on-trigger")
  /// A file that is not UTF-8 makes brat give up the document.
  public static let bratCrashEncoding = DiagnosticName("brat-crash-encoding")
}
