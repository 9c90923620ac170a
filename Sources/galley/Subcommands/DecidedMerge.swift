import Adjudication
import Standoff

/// What a merge comes to once that is settled which an adjudicator has decided before.
struct DecidedMerge: Sendable {
  /// The merged file.
  let file: MergedBytes
  /// Whether a conflict is open still.
  let isOpen: Bool
  /// The numbers of the conflicts that decisions settled.
  private let settled: [Int]
  /// How many conflicts are left, where there are decisions.
  private let left: Int
  private let path: String

  /// Carries out the decisions beside the file that a merge goes to, where there are any.
  ///
  /// - Throws: where they cannot be read; `bad-decision`.
  ///
  /// - Parameter isOpen: whether a conflict is open before.
  init(
    _ merged: MergedBytes, isOpen isOpenBefore: Bool, onto output: String?
  ) throws(DiagnosticError) {
    path = output.map(JournalPaths.decisions(of:)) ?? ""
    guard output != nil,
      let bytes = try FileReading().bytes(ofPossible: path, as: "file of decisions")
    else {
      (file, settled, left) = (merged, [], 0)
      isOpen = isOpenBefore
      return
    }
    let reader = DecisionReader(source: path, article: merged.article)
    let set = DecisionReplay(try reader.decisions(in: bytes), on: merged.set).set
    file = MergedBytes(set)
    let before = Set(merged.set.disputedGroups.map(\.number))
    let after = Set(set.disputedGroups.map(\.number))
    settled = before.subtracting(after).sorted()
    left = after.count
    isOpen = left > 0
  }

  /// What decisions settled, in one line; `nil` where they settled nothing.
  var line: String? {
    guard !settled.isEmpty else { return nil }
    return "settled as decided in \(path): " + settled.map(String.init).joined(separator: ", ")
      + "; " + (left == 0 ? "no conflict is left" : "\(counted(left, "conflict")) left")
  }

  /// The members of the programs reference that come behind those of the merge.
  var members: [(key: String, value: JSONValue)] {
    settled.isEmpty
      ? [] : [("decided", .array(settled.map(JSONValue.integer))), ("left", .integer(left))]
  }
}
