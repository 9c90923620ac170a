/// One act of a session's history, of this session or an earlier one.
public struct HistoryEntry: Hashable, Sendable {
  /// Its number, from 1; numbers never change.
  public var number: Int
  /// The command, resolved, so that it does the same wherever it is carried out.
  public var command: String
  /// When it was carried out.
  public var time: Timestamp
  /// Who did, where that is known.
  public var annotator: String?
  /// Whether it was taken back and does not count now.
  public var isUndone: Bool
  /// Whether the standoff file, as last saved, has it.
  public var isSaved: Bool
  /// The lines of the standoff file that it changed.
  public var edit: Edit
}
