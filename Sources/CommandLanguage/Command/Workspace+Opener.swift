package import Standoff

extension Workspace {
  /// How a workspace reaches the disk.
  package struct Opener {
    /// Opens an article with the options the shell was started with.
    package var session: (_ path: String) throws(DiagnosticError) -> Session
    /// Reads a script.
    package var script: (_ path: String) throws(DiagnosticError) -> [UInt8]
    /// Reads a standoff file other than the one that is open.
    package var standoff: (_ path: String) throws(DiagnosticError) -> [UInt8]
    /// The fingerprint of the article that the journal of a standoff file was begun on; `nil` where it
    /// has none.
    package var articleHash: (_ path: String) -> UInt64? = { path in
      var journals = JournalledArticles()
      return journals.hash(besideStandoff: path)
    }
    /// The names in a folder, those of folders with a `/` at their end; none where it cannot be
    /// read.
    package var names: (_ folder: String) -> [String]

    /// Creates an opener.
    package init(
      session: @escaping (_ path: String) throws(DiagnosticError) -> Session,
      script: @escaping (_ path: String) throws(DiagnosticError) -> [UInt8],
      standoff: @escaping (_ path: String) throws(DiagnosticError) -> [UInt8] = {
        path throws(DiagnosticError) in try FileReading().bytes(of: path, as: "standoff file")
      },
      names: @escaping (_ folder: String) -> [String] = { _ in [] }
    ) {
      self.session = session
      self.script = script
      self.standoff = standoff
      self.names = names
    }
  }
}
