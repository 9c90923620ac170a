import Glibc

/// What libFuzzer calls with every input; `GALLEY_FUZZ` names the reader that gets it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // libFuzzer's memory is its own again when this returns, so the bytes are copied first.
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  reader(bytes)
  return 0
}

private let reader: @Sendable ([UInt8]) -> Void = {
  let name = unsafe getenv("GALLEY_FUZZ").map { unsafe String(cString: $0) } ?? ""
  guard let reader = readers[name] else {
    print("GALLEY_FUZZ names none of \(readers.keys.sorted().joined(separator: ", "))")
    exit(2)
  }
  return reader
}()

private let readers: [String: @Sendable ([UInt8]) -> Void] = [
  "article": ArticleTarget.read, "commands": CommandTarget().read, "journal": JournalTarget.read,
  "schema": SchemaTarget.read, "standoff": StandoffTarget().read,
]

/// Ends the run where something does not hold that must; libFuzzer keeps the input.
func require(_ holds: Bool, _ what: String) {
  guard !holds else { return }
  print("does not hold: \(what)")
  // What is printed is on its way still, and aborting does not wait for it.
  unsafe fflush(nil)
  abort()
}
