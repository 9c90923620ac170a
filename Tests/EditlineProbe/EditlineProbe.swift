import Editline
import Glibc

/// A small shell for the tests to drive: it prints back each line that it reads.
///
/// Options: `--history PATH`, `--history-limit N`, `--color`, `--right TEXT`, `--hint`, `--prompt TEXT`, `--no-editrc`,
/// `--blocks` (a line that ends in a backslash goes on).
/// The line `ask` asks a question, `key` one that a key answers; `busy` works until Ctrl-C is pressed,
/// `deaf` goes on and says that it was.
@main
struct EditlineProbe {
  static let words = ["speaker", "special", "claim", "café", "“quoted”", "한국어", "evil\u{1B}[31m"]

  @MainActor
  static func main() {
    let options = CommandLine.arguments
    func value(_ name: String) -> String? {
      guard let place = options.firstIndex(of: name), place + 1 < options.count else { return nil }
      return options[place + 1]
    }
    let file = value("--history").map {
      HistoryFile(path: $0, limit: value("--history-limit").flatMap(Int.init) ?? 1000)
    }
    let source = open(
      .init(
        program: "probe", usesColors: options.contains("--color"),
        readsEditrc: !options.contains("--no-editrc"), history: file))
    if let editor = source as? LineEditor {
      editor.completer = complete
      editor.rightPrompt = value("--right").map { Prompt([.init($0, .dim)]) }
      if options.contains("--hint") { editor.hint = { Prompt([.init("\($0.text.count) typed")]) } }
      editor.externalEditor = { $0 + " edited" }
    }
    run(source, prompt: value("--prompt"), continuesLines: options.contains("--blocks"))
    (source as? LineEditor)?.close()
    print("bye")
  }

  @MainActor
  private static func open(_ options: LineEditor.Options) -> any LineSource {
    do throws(LineEditorError) {
      return try LineEditor(options)
    } catch {
      say("plain: \(error)")
      let isPerson = isatty(STDIN_FILENO) == 1
      return StreamLineSource(prompts: isPerson ? STDERR_FILENO : nil)
    }
  }

  @MainActor
  private static func run(_ source: any LineSource, prompt: String?, continuesLines: Bool) {
    let coloured = [Prompt.Run("probe", .init(color: .green, isBold: true)), .init("> ")]
    let prompt = Prompt(prompt.map { [.init($0)] } ?? coloured)
    while true {
      let result = source.readBlock(prompt, continuation: "  ...> ") {
        !continuesLines || !$0.hasSuffix("\\")
      }
      switch result {
      case .line("ask"): say("answer: \(source.ask("sure? "))")
      case .line("key"): say("key: \(source.askKey("[y/n] "))")
      case .line("busy"): work()
      case .line("deaf"): ignoreInterrupts()
      case .line(let line): say("line: \(visible(line))")
      case .interrupted: say("interrupted")
      case .endOfInput:
        say("end of input")
        return
      case .terminated(let signal):
        (source as? LineEditor)?.close()
        Termination.end(by: signal)
      case .failed(let failure): say("failed: \(failure)")
      }
    }
  }

  private static func work() {
    say("working")
    while !Interruption.isPending { usleep(1000) }
    Interruption.clear()
    say("stopped")
  }

  private static func ignoreInterrupts() {
    say("working")
    var heard = 0
    while true {
      while Interruption.count == heard { usleep(1000) }
      heard = Interruption.count
      say("heard \(heard)")
    }
  }

  private static func say(_ text: String) {
    print(text)
    fflush(nil)
  }

  private static func complete(_ request: CompletionRequest) -> CompletionReply {
    let typed = request.text[..<request.cursor]
    let start = typed.lastIndex(of: " ").map { request.text.index(after: $0) } ?? typed.startIndex
    let word = request.text[start..<request.cursor]
    return CompletionReply(
      candidates: words.filter { $0.hasPrefix(word) }.map {
        Candidate($0, note: $0 == "claim" ? "what somebody says" : nil)
      },
      replacing: start..<request.cursor)
  }
}
