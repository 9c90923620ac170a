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
  /// How many decisions are on words that the article does not have where they say.
  private let outdated: Int
  /// How many others are about no conflict of this merge.
  private let unused: Int
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
      (file, settled, left, outdated, unused) = (merged, [], 0, 0, 0)
      isOpen = isOpenBefore
      return
    }
    let reader = DecisionReader(source: path, article: merged.article)
    let decisions = try reader.decisions(in: bytes)
    outdated = decisions.count { !$0.isOnArticle }
    let replay = DecisionReplay(decisions, on: merged.set)
    unused = replay.unused
    let set = replay.set
    file = MergedBytes(set)
    let before = Set(merged.set.disputedGroups.map(\.number))
    let after = Set(set.disputedGroups.map(\.number))
    settled = before.subtracting(after).sorted()
    left = after.count
    isOpen = left > 0
  }

  /// What decisions settled, and how many cannot any more; none where there is nothing to say.
  var lines: [String] {
    var lines: [String] = []
    if !settled.isEmpty {
      lines.append(
        "settled as decided in \(path): " + settled.map(String.init).joined(separator: ", ") + "; "
          + (left == 0 ? "no conflict is left" : "\(counted(left, "conflict")) left"))
    }
    if outdated > 0 {
      lines.append(
        "\(counted(outdated, "decision")) in \(path) \(outdated == 1 ? "is" : "are") on words that the article does not have there, so \(outdated == 1 ? "it settles" : "they settle") nothing"
      )
    }
    if unused > 0 {
      lines.append(
        "\(counted(unused, "decision")) in \(path) \(unused == 1 ? "is" : "are") about no conflict of this merge: annotators have come or gone, or say something else than when it was decided"
      )
    }
    return lines
  }

  /// The members of the programs reference that come behind those of the merge.
  var members: [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = []
    if !settled.isEmpty {
      members = [("decided", .array(settled.map(JSONValue.integer))), ("left", .integer(left))]
    }
    if outdated > 0 { members.append(("outdated", .integer(outdated))) }
    if unused > 0 { members.append(("unused", .integer(unused))) }
    return members
  }
}
