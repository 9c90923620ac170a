import Standoff
import Testing

@Suite struct FileReadingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func read(_ name: String, on disk: any Disk = SystemDisk()) throws -> [UInt8] {
    try FileReading(on: disk).bytes(of: scratch(name), as: "article")
  }

  private func refusal(_ name: String, on disk: any Disk = SystemDisk()) -> Diagnostic? {
    do {
      _ = try read(name, on: disk)
      return nil
    } catch {
      return (error as? DiagnosticError)?.diagnostic
    }
  }

  @Test func givesTheVeryBytes() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write(bytes, to: "a.txt")
    #expect(try read("a.txt") == bytes)
    try scratch.write("", to: "empty.txt")
    #expect(try read("empty.txt") == [])
  }

  @Test(arguments: [0, 1, 16_383, 16_384, 16_385, 300_000])
  func aListedFileIsReadToItsEnd(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write(bytes, to: "a.txt")
    let found = try FileReading().bytes(of: scratch("a.txt"), as: "article", isListed: true)
    #expect(found == bytes)
  }

  @Test func aMissingFileIsNamedWithTheNearestThatIsThere() throws {
    try scratch.write("", to: "interview.txt")
    let error = try #require(refusal("intervew.txt"))
    #expect(error.name == .noSuchFile)
    #expect(error.place.source == scratch("intervew.txt"))
    #expect(error.fix == scratch("interview.txt"))
    #expect(error.message.hasSuffix("did you mean \(scratch("interview.txt"))"))
  }

  @Test func anArticleIsNotLookedForAmongAnnotations() throws {
    try scratch.write("", to: "ferry.ann")
    let own = try #require(refusal("ferry.txt"))
    #expect(own.name == .noSuchFile && own.fix == nil)
    #expect(own.message.contains("`galley ARTICLE --into \(scratch("ferry.ann"))`"))
    let other = try #require(refusal("fery.txt"))
    #expect(other.name == .noSuchFile && other.fix == nil)
    try scratch.write("", to: "ferry.txt")
    #expect(refusal("fery.txt")?.fix == scratch("ferry.txt"))
  }

  @Test func aMissingFolderIsSaid() throws {
    let error = try #require(refusal("no/such/a.txt"))
    #expect(error.name == .noSuchFile)
    #expect(error.message.hasSuffix("there is no folder \(scratch("no/such"))"))
  }

  @Test func aLinkThatLeadsNowhereIsCalledOne() throws {
    scratch.link("a.txt", to: "b.txt")
    scratch.link("b.txt", to: "c.txt")
    let error = try #require(refusal("a.txt"))
    #expect(error.name == .noSuchFile && error.fix == nil)
    #expect(error.message.contains("a symbolic link that leads nowhere"))
    #expect(error.message.contains("there is no \(scratch("c.txt"))"))
  }

  @Test func aFolderIsNotCalledByTheWrongArticle() throws {
    scratch.makeFolder("a.ann")
    for (what, called) in [("article", "not an article"), ("standoff file", "not a standoff file")]
    {
      let error = #expect(throws: DiagnosticError.self) {
        try FileReading().bytes(of: scratch("a.ann"), as: what)
      }
      #expect(error?.diagnostic.message.contains(called) == true)
    }
  }

  @Test func whatIsNoFileIsRefusedWithoutWaiting() {
    scratch.makeFolder("a.txt")
    #expect(refusal("a.txt")?.name == .isAFolder)
    scratch.makePipe("pipe.txt")
    #expect(refusal("pipe.txt")?.name == .notARegularFile)
    scratch.link("null.txt", to: "/dev/null")
    #expect(refusal("null.txt")?.name == .notARegularFile)
    scratch.link("circle.txt", to: "circle.txt")
    #expect(refusal("circle.txt")?.name == .readFailed)
    #expect(refusal("a\u{0}b.txt")?.name == .noSuchFile)
  }

  @Test func moreThanTwoGibibytesAreRefusedAtOnce() throws {
    try scratch.makeSparse("big.txt", size: 1 + 2 << 30)
    let error = try #require(refusal("big.txt"))
    #expect(error.name == .fileTooLarge)
    #expect(error.message.contains("2 GiB"))
  }

  @Test func everyFailingCallIsAnErrorThatNamesTheFile() throws {
    try scratch.write("text", to: "a.txt")
    let whole = FaultyDisk()
    _ = try read("a.txt", on: whole)
    #expect(whole.log.count == 4)
    for call in 1...whole.log.count {
      let error = try #require(
        refusal("a.txt", on: FaultyDisk(.fails(call: call, .notPermitted))), "call \(call)")
      #expect(error.name == .noPermission)
      #expect(error.message.contains(scratch("a.txt")))
    }
  }

  @Test func aPossibleFileMayBeMissing() throws {
    let files = FileReading()
    #expect(try files.bytes(ofPossible: scratch("a.ann"), as: "standoff file") == nil)
    scratch.makeFolder("a.ann")
    #expect(throws: DiagnosticError.self) {
      try files.bytes(ofPossible: scratch("a.ann"), as: "standoff file")
    }
  }

  /// Whether it is short, or as long as what is read at once, or longer.
  @Test(arguments: [0, 1, 5_000, 16_383, 16_384, 16_385, 300_000])
  func aFileThatItsFolderToldOfIsReadToItsEnd(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write(bytes, to: "a.txt")
    let read = try FileReading().bytes(of: scratch("a.txt"), as: "article", isListed: true)
    #expect(read == bytes)
    #expect(try holds(bytes))
    #expect(try !holds(bytes + [7]))
    #expect(try count == 0 || !holds(Array(bytes.dropLast())))
    #expect(try count == 0 || !holds([bytes[0] ^ 1] + bytes.dropFirst()))
  }

  private func holds(_ bytes: [UInt8]) throws -> Bool {
    try FileReading().holds(bytes, at: scratch("a.txt"), as: "article", isListed: true)
  }

  @Test func everyFailingCallIsAnErrorForAListedFile() throws {
    try scratch.write("text", to: "a.txt")
    for call in 1...3 {
      let disk = FaultyDisk(.fails(call: call, .notPermitted))
      let error = #expect(throws: DiagnosticError.self) {
        try FileReading(on: disk).bytes(of: scratch("a.txt"), as: "article", isListed: true)
      }
      #expect(error?.diagnostic.name == .noPermission, "call \(call)")
    }
  }
}
