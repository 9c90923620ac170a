import CommandLanguage
import Editline

/// What Tab offers: the candidates of the command language in the line editor's terms.
@MainActor
struct ShellCompletion {
  private let interpreter: Interpreter

  /// Completes for what is open in `interpreter`.
  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// The candidates for what stands before the cursor.
  func reply(to request: CompletionRequest) -> CompletionReply {
    let text = request.text
    let cursor = text.unicodeScalars.distance(
      from: text.unicodeScalars.startIndex, to: request.cursor)
    let completion = Completion(of: text, cursor: cursor, in: interpreter)
    let scalars = text.unicodeScalars
    func index(_ offset: Int) -> String.Index {
      scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex)
        ?? scalars.endIndex
    }
    return CompletionReply(
      candidates: completion.candidates.map {
        Candidate($0.text, display: $0.display, note: $0.note, suffix: $0.suffix)
      },
      more: completion.more,
      replacing: index(completion.range.lowerBound)..<index(completion.range.upperBound))
  }
}
