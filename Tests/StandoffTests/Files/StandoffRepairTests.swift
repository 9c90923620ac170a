import Standoff
import TestSupport
import Testing

@Suite struct StandoffRepairTests {
  private static let text = MarkedText(
    "\r\n\r\n👩‍👩‍👧 [Speaker|Ines Calder] said [Topic|the ferry 🛥] runs, [Speaker|Tom] said.\r\n"
      + "The [Topic|café] too.\n")

  /// What offsets may count.
  enum Unit: String, CaseIterable {
    case codePoints = "code points"
    case utf16 = "UTF-16 units"
    case bytes
    case lineEnds = "each CR LF as one"

    func count(_ scalars: Substring.UnicodeScalarView) -> Int {
      switch self {
      case .codePoints: scalars.count
      case .utf16: String(scalars).utf16.count
      case .bytes: String(scalars).utf8.count
      case .lineEnds: scalars.count { $0 != "\r" }
      }
    }
  }

  /// The lines of a file whose offsets count that.
  private static func lines(counting unit: Unit) -> [String] {
    let scalars = Substring(text.text).unicodeScalars
    return text.spans.enumerated().map { number, span in
      let words = String(scalars.dropFirst(span.lower).prefix(span.upper - span.lower))
      let lower = unit.count(scalars.prefix(span.lower))
      let upper = unit.count(scalars.prefix(span.upper))
      return "T\(number + 1)\t\(span.label) \(lower) \(upper)\t\(words)\n"
    }
  }

  private static let sound = lines(counting: .codePoints)

  private func repaired(
    _ lines: String, of text: String = Self.text.text
  ) throws -> (text: String, steps: [String]) {
    let article = try Article(bytes: Array(text.utf8))
    let repair = StandoffRepair(of: Array(lines.utf8), on: article)
    let again = StandoffRepair(of: repair.bytes, on: article)
    #expect(again.bytes == repair.bytes && again.steps.isEmpty, "the second time changes nothing")
    return (String(decoding: repair.bytes, as: UTF8.self), repair.steps)
  }

  @Test func aSoundFileStaysAsItIs() throws {
    #expect(try repaired(Self.sound.joined()).steps == [])
    #expect(try repaired("") == ("", []))
  }

  @Test func bytesThatOnlyDisturbAreTakenOut() throws {
    let lines = Self.sound
    let spoiled =
      "\u{FEFF}" + lines[0].dropLast() + "\r\n" + "\n" + lines[1] + "\r\n" + lines[2]
      + lines[3].dropLast()
    let (text, steps) = try repaired(spoiled)
    #expect(text.unicodeScalars.elementsEqual(lines.joined().unicodeScalars))
    #expect(
      steps == [
        "a byte order mark", "a missing line end at the end of the file",
        "CR LF at the end of 2 lines", "2 blank lines",
      ])
  }

  @Test(arguments: Unit.allCases.dropFirst()) func offsetsAreCountedAsTheWordsProve(unit: Unit)
    throws
  {
    // A line that stands nowhere is left as it is.
    let lost = "T9\tTopic 900 909\tnowhere\n"
    let (text, steps) = try repaired(Self.lines(counting: unit).joined() + lost)
    #expect(text.unicodeScalars.elementsEqual((Self.sound.joined() + lost).unicodeScalars))
    #expect(steps.count == 1 && steps[0].hasSuffix(unit.rawValue), "\(steps)")
  }

  /// One line that stands only where code points say: two programs wrote this file.
  @Test func whereWordsSpeakAgainstEachOtherNothingIsConverted() throws {
    let wrong = Self.lines(counting: .utf16)
    let (text, steps) = try repaired(wrong[0] + wrong[1] + wrong[2] + Self.sound[3])
    #expect(!steps.contains { $0.contains("UTF-16") })
    #expect(text.contains(wrong[1]))
  }

  @Test func linesComeInTheOrderOfTheText() throws {
    let lines = Self.sound
    let (text, steps) = try repaired(lines[2] + lines[0] + lines[3] + lines[1])
    #expect(text.unicodeScalars.elementsEqual(lines.joined().unicodeScalars))
    #expect(steps == ["the order of the lines"])
  }

  @Test func aLineThatMeansNothingKeepsTheOrder() throws {
    let spoiled = Self.sound[2] + "nonsense\n" + Self.sound[0]
    #expect(try repaired(spoiled) == (spoiled, []))
  }

  /// Whatever a file holds, putting it right twice is putting it right once, no line that counts is
  /// lost, and there is never more to complain about than before.
  @Test(arguments: 0..<60) func spoiledFilesAreMadeNoWorse(number: UInt64) throws {
    var seed = Seed(number)
    let file = try CleanFile(&seed)
    var lines = file.lines
    if Bool.random(using: &seed) { lines.shuffle(using: &seed) }
    for _ in 0..<4 {
      let place = Int.random(in: 0..<lines.count, using: &seed)
      switch Int.random(in: 0..<4, using: &seed) {
      case 0: lines[place].unicodeScalars.append("\r")
      case 1: lines.insert("", at: place)
      case 2: lines.insert("nonsense", at: place)
      default: lines[place] = String(lines[place].dropLast())
      }
    }
    let article = try Article(bytes: Array(file.text.utf8))
    let before = AnnotationSet(parsing: Array(lines.joined(separator: "\n").utf8), of: article)
    let (text, _) = try repaired(lines.joined(separator: "\n"), of: file.text)
    let after = AnnotationSet(parsing: Array(text.utf8), of: article)
    #expect(Set(after.annotations.map(\.id)) == Set(before.annotations.map(\.id)), "seed \(number)")
    let names = [before, after].map { set in
      Validator().findings(in: set, schema: .news).map(\.name)
    }
    #expect(names[1].count <= names[0].count, "seed \(number)")
    #expect(!names[1].contains(.carriageReturn) && !names[1].contains(.blankLine))
  }
}
