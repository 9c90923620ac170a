import Adjudication
import Editline
import Glibc
import Standoff

/// Finding out what goes together in the files of annotators, which may take long where much lies on one
/// place.
///
/// On a terminal it shows that it goes on; Ctrl-C ends the process, and nothing has been written by then.
enum WatchedAlignment {
  /// The clusters, or why there are none.
  @MainActor
  static func clusters(of sets: [AnnotatorSet]) -> Result<AnnotatorClusters, DiagnosticError> {
    Interruption.listen()
    let align = { @Sendable () -> Result<AnnotatorClusters, DiagnosticError> in
      do throws(DiagnosticError) {
        return .success(try AnnotatorClusters(of: sets))
      } catch {
        return .failure(error)
      }
    }
    let clusters = Watch().value(of: align, called: "merge")
    guard let clusters, !Interruption.isPending else { Termination.end(by: SIGINT) }
    return clusters
  }
}
