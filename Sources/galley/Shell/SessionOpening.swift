import CommandLanguage
import Glibc
import Standoff

/// How a shell opens articles: with the options it was started with.
struct SessionOpening {
  /// Who annotates.
  let annotator: String?
  /// The standoff file to write to, where it is given.
  let into: String?
  /// The schema file, where it is given.
  let schemaPath: String?
  /// How sessions treat the disk.
  let access: SessionRequest.Access
  /// Whether everything is done but the writing.
  let isDryRun: Bool

  /// Takes what the command line and the environment say.
  init(_ request: ShellRequest, access: SessionRequest.Access) {
    annotator = request.annotator ?? Environment.value("GALLEY_ANNOTATOR")
    into = request.into
    schemaPath = request.schema
    self.access = access
    isDryRun = request.isDryRun
  }

  /// Opens an article with its schema.
  ///
  /// - Throws: what the session throws, and the first error of the schema.
  func session(of article: String) throws(DiagnosticError) -> Session {
    let request = SessionRequest(
      article: article, annotator: annotator, into: into, access: access, isDryRun: isDryRun)
    return try Session.open(
      request, schema: try SchemaOpening(path: schemaPath).schema(forArticle: article),
      now: { Timestamp(seconds: Environment.now) }, pid: getpid())
  }

  /// The opener of a workspace.
  var opener: Workspace.Opener {
    Workspace.Opener(
      session: { path throws(DiagnosticError) in try session(of: path) },
      script: { path throws(DiagnosticError) in
        try FileReading().bytes(ofFileOrPipe: path, as: "script")
      }, names: { FileReading().names(in: $0) })
  }
}
