import Standoff
import Testing

@Suite struct MarkAtEdgeTests {
  @Test(arguments: [
    ("[Claim|“It is over,”] she said.", "1 11\tIt is over"),
    ("“[Claim|It is over],” she said.", nil),
    ("[Speaker|“The Fox”] left.", nil), ("[Quote|He said: “Go.”]", nil),
    ("“[Claim|It is over,]” she said.", "1 11\tIt is over"),
    ("[Claim|the two countries’] plan", nil), ("[Claim|“Go,” he said, “now] or never.”", nil),
  ])
  func marks(marked: String, fix: String?) throws {
    let reviewed = try Reviewed(marked)
    let isOpen = marked.contains("[Claim|“Go")
    #expect(reviewed.names == (fix == nil && !isOpen ? [] : ["1 mark-at-edge"]))
    if !isOpen { #expect(reviewed.fix == fix) }
  }
}
