import CommandLanguage
import Editline
import Glibc

/// What stands at the right end of the prompt's line.
@MainActor
struct MarginPrompt {
  /// How long a typist waits for what a span would hit; then nothing is told.
  private static let patience = Duration.milliseconds(60)

  /// A prompt ends in plain text; so it takes the same columns in colour and without.
  private static let end = Prompt.Run(" ")

  private let interpreter: Interpreter

  /// Speaks of what is open in `interpreter`.
  init(_ interpreter: Interpreter) { self.interpreter = interpreter }

  /// How many acts are not saved; nothing where all are.
  var unsaved: Prompt? {
    let count = interpreter.workspace.session?.unsavedActs ?? 0
    return count == 0 ? nil : Prompt([.init("\(count) unsaved", .dim), Self.end])
  }

  /// What the span that is being typed would hit; nothing where none is typed.
  ///
  /// A key that comes meanwhile goes first.
  func aim(of request: CompletionRequest) -> Prompt? {
    // An expression that runs away is given up, but a thread is busy with it: one is enough.
    guard interpreter.workspace.settings.showsAim, !BackgroundWork.isBusy else { return nil }
    let scalars = request.text.unicodeScalars
    let cursor = scalars.distance(from: scalars.startIndex, to: request.cursor)
    guard let aim = Aim(of: request.text, cursor: cursor, in: interpreter) else { return nil }
    let limit = ContinuousClock.now + Self.patience
    let found = BackgroundWork(descriptor: STDIN_FILENO).value(
      of: { aim.hit }, while: { ContinuousClock.now < limit })
    guard case .some(let hit?) = found else { return nil }
    return Prompt([.init(hit.description, hit == .nothing ? Style(color: .red) : .dim), Self.end])
  }
}
