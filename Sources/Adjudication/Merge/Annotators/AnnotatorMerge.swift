public import Standoff

/// What several annotators marked on one article, put together as one file.
///
/// ```swift
/// let merge = try AnnotatorMerge(of: [AnnotatorSet("alice", a), AnnotatorSet("bob", b)])
/// print(merge.agreed, merge.conflicts.count)
/// ```
/// What is thought to be one thing is found by exact alignment, see ``AnnotatorClusters``; a
/// ``MergePolicy`` decides whether it stands, with which label, and what is said of it, and a
/// ``BoundaryRule`` on which words. What they leave open stands in every reading, with a `Conflict`
/// line on each. `Annotators` lines keep who supports what. The order in which annotators are given
/// makes no difference to a byte.
public struct AnnotatorMerge: Sendable {
  /// The annotators in the order of their names.
  public let annotators: [String]
  /// What decided.
  public let policy: String
  /// What decided about words.
  public let boundaries: BoundaryRule
  /// The file that the merge comes to, in the form of the clean profile.
  public let file: MergedBytes
  /// What came of the merge, read from ``file`` when it is first asked for.
  public var merged: AnnotationSet { file.set }
  /// What could not be settled, in the order of the text.
  ///
  /// Made when it is asked for, as ``sources`` and ``dropped``, in time linear in what is told.
  public var conflicts: [MergeConflict] { account.conflicts }
  /// How many conflicts there are.
  public var conflictCount: Int { account.questions.count }
  /// How many conflicts there are of each kind.
  public var conflictCounts: [MergeConflict.Kind: Int] {
    account.questions.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }
  /// How many annotations all have alike, with all that is said of them but notes, which stand whoever has
  /// them.
  public let agreed: Int
  /// How many annotations the policy or the rule of boundaries settled.
  public let settled: Int
  /// What does not stand, in the order of the annotators.
  public var dropped: [Dropped] { account.droppedInOrder }
  /// How many lines do not stand.
  public var droppedCount: Int { account.dropped.count }
  /// Who supports each annotation, event and relation of the merged file.
  public var supports: [Support] { account.supports }
  /// By which part of it the disorder of what was aligned can be less at most; 0 but where the search
  /// for the best alignment was given up, see ``AnnotatorClusters/shortfall``.
  public let shortfall: Double

  private let account: MergeAccount

  /// A line of an annotator that stands in the merged file.
  public struct Support: Hashable, Sendable {
    /// Its id in the merged file.
    public let id: AnnotationID
    /// The annotator.
    public let annotator: String
    /// Its id in the annotator's file.
    public let original: AnnotationID
  }

  /// A line of an annotator that does not stand in the merged file, or an argument of an event that does.
  public struct Dropped: Hashable, Sendable {
    /// Why it does not.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// The policy decided against it.
      case policy
      /// It is on, or leads to, something that does not stand.
      case end
      /// It leads to another mention of what is kept, as their references say; nothing is lost.
      case sameReference = "same-reference"
      /// It names an id that no line has.
      case dangling
    }

    /// The annotator.
    public let annotator: String
    /// Its id in the annotator's file; `*` for an equivalence group.
    public let id: AnnotationID
    /// The argument of the event as the line has it, `Who:T1`, where the event stands without it.
    public let argument: String?
    /// Why.
    public let reason: Reason
  }

  /// Merges the annotations of annotators on one article.
  ///
  /// - Throws: as ``AnnotatorClusters/init(of:stepLimit:)`` and
  ///   ``MergePolicy/prepared(for:annotators:)``.
  public init(
    of sets: [AnnotatorSet], policy: any MergePolicy = AgreedPolicy(),
    boundaries: BoundaryRule = .exact
  ) throws(DiagnosticError) {
    let clusters = try AnnotatorClusters(of: sets)
    let ready = try policy.prepared(
      for: policy.learns ? clusters.ballots : [], annotators: clusters.annotators)
    self.init(clusters, policy: ready, boundaries: boundaries)
  }

  /// Merges clusters under a policy that is prepared.
  ///
  /// Takes about n log n for n lines, but where much overlaps.
  public init(
    _ clusters: AnnotatorClusters, policy: any MergePolicy, boundaries: BoundaryRule = .exact
  ) {
    let decisions = MergeDecisions(clusters, policy: policy, boundaries: boundaries)
    var lines = MergedLines(decisions)
    annotators = clusters.annotators
    self.policy = policy.name
    self.boundaries = boundaries
    shortfall = clusters.shortfall
    let records = MergeNotes(decisions, to: &lines)
    file = lines.file()
    let events = lines.firstEvents
    var counts = (agreed: 0, settled: 0)
    for stand in decisions.stands.indices
    where decisions.stands[stand].kind != .relation && (events.isEmpty || events[stand] == nil) {
      if decisions.stands[stand].status == .agreed { counts.agreed += 1 }
      if decisions.stands[stand].status == .settled { counts.settled += 1 }
    }
    (agreed, settled) = counts
    account = MergeAccount(decisions, lines, records.questions)
  }
}
