import ArgumentParser
import CommandLanguage
import Standoff

/// `galley schema [FILE]`: prints a schema in the form of galley or of brat.
struct SchemaPrintJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "Prints the schema that holds for an article or a folder.")

  /// The forms a schema is written in.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case yaml, brat
  }

  @Argument(
    help: "An article, a folder, or a schema file; else the folder galley is started in.",
    completion: .file())
  var file = "."

  @Option(help: "yaml, galley's own form; or brat, that of annotation.conf.")
  var format = Form.yaml

  func run() throws {
    do throws(DiagnosticError) {
      let isSchema = [".yaml", ".yml", ".conf"].contains { file.hasSuffix($0) }
      let files = FileReading()
      if !isSchema, !files.isFile(file), !files.isFolder(file) {
        // It says why there is nothing.
        _ = try files.bytes(of: file, as: "article, folder or schema")
      }
      let article = files.isFile(file) ? file : FilePath.path(".", in: file)
      // `galley schema > galley.yaml` finds an empty file there.
      let output = try? SystemDisk().status(of: "/dev/stdout")
      let opening = SchemaOpening(
        path: isSchema ? file : nil,
        butNot: output.flatMap { $0.kind == .regular ? $0.identity : nil })
      let schema = try opening.schema(forArticle: article)
      for warning in try opening.warnings(forArticle: article) {
        Printer().report(warning, color: .auto)
      }
      let text = format == .yaml ? schema.yaml() : schema.annotationConf()
      StandardStream.output.write(
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
          String.init))
      warn(of: schema, as: text)
    } catch {
      throw ExitCode(Printer().failure(error.diagnostic, color: .auto))
    }
  }

  /// Says what the printed form loses, and where galley would not read it again: brat has names that
  /// it would not give.
  private func warn(of schema: Schema, as text: String) {
    switch format {
    case .yaml:
      let (_, findings) = Schema.parsing(yaml: Array(text.utf8), source: "galley.yaml")
      for finding in findings where finding.severity == .error {
        Printer().report(finding, color: .auto)
      }
    case .brat:
      let losses = schema.lossesInBrat
      guard !losses.isEmpty else { return }
      Printer().report(
        Diagnostic(
          .schemaLeftOut, severity: .warning,
          "brat's configuration has no place for \(losses.joined(separator: "; ")); left out"),
        color: .auto)
    }
  }
}
