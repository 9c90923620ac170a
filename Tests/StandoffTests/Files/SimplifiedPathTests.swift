import TestSupport
import Testing

@testable import Standoff

/// Most paths are simple already, which is seen at a glance.
@Suite struct SimplifiedPathTests {
  @Test(arguments: 0..<100 as Range<UInt64>) func aDotAtTheStartChangesNothing(number: UInt64) {
    var seed = Seed(number)
    let parts = (0..<Int.random(in: 1..<6, using: &seed)).map { _ in
      ["a", "bc.txt", "a", ".", "..", "", ".hidden", "é"].randomElement(using: &seed) ?? ""
    }
    let path = parts.joined(separator: "/")
    #expect(FilePath.simplified("/" + path) == FilePath.simplified("/./" + path), "\(path)")
    guard parts[0] != "" else { return }
    #expect(FilePath.simplified(path) == FilePath.simplified("./" + path), "\(path)")
  }
}
