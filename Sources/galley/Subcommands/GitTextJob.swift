import ArgumentParser
import CommandLanguage
import Standoff

/// `galley git text FILE`: what git runs to show a standoff file in words.
struct GitTextJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "What git runs to show a standoff file in words.",
    shouldDisplay: false)

  @Argument(help: "The standoff file.", completion: .file(extensions: ["ann"]))
  var file: String

  func run() throws {
    do throws(DiagnosticError) {
      let bytes = try FileReading().bytes(of: file, as: "standoff file")
      let set = AnnotationSet(parsing: bytes, of: try Article(bytes: []))
      StandardStream.output.write(lines: SetText(set).lines)
    } catch {
      throw ExitCode(Printer().failure(error.diagnostic, color: .auto))
    }
  }
}
