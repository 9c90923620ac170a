import Foundation
import TestSupport
import Testing

/// `galley agree`, as a person runs it.
@Suite struct AgreeJobTests {
  private let desk: Desk
  private let ida = "T1000001\tSpeaker 0 8\tIda Moss\n"

  init() throws {
    desk = try Desk(MarkedText("Ida Moss said the pier closes.\n"))
    try desk.folder.write(ida + "T1000002\tTopic 18 22\tpier\n", to: "pier.ida.ann")
    try desk.folder.write(
      ida + "T1000002\tTopic 14 22\tthe pier\nT1000003\tTopic 23 29\tcloses\n",
      to: "pier.tom.ann")
  }

  private func agree(_ arguments: String...) throws -> ProcessRun {
    try desk.run(["agree"] + arguments, on: nil)
  }

  /// Two of three marked nothing, so that their pair has no kappa; a link to a file is no third annotator.
  @Test func aMeanOverPairsSaysWhichItLacks() throws {
    for name in ["ben", "cleo"] { try desk.folder.write("", to: "pier.\(name).ann") }
    let run = try agree(
      "pier.ida.ann", "pier.ben.ann", "pier.cleo.ann", "--measure", "kappa,pi,fleiss")
    #expect(run.output.contains("kappa   undefined (only one label occurs)"), "\(run)")
    #expect(run.output.contains("kappa, pi cannot be computed: these are means over pairs"))
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path + "/pier.dan.ann", withDestinationPath: "pier.ida.ann")
    let linked = try agree("pier.ida.ann", "pier.dan.ann")
    #expect(linked.status == 2 && linked.errors.contains("[same-file]"), "\(linked)")
  }

  @Test func peopleReadATableThatExplainsItself() throws {
    let lines = """
      compared  1 article, 31 code points; spans: ida 2, tom 3

        f1-strict    0.400                    5 spans
        f1-overlap   0.800                    5 spans
        alpha        0.508                    31 code points

      5 spans are few: one more or less moves these values visibly
      with two annotators a disagreement does not tell who is right
      an interval takes at least 5 paragraphs, and there are 1

      labels  rows ida, columns tom
                   Speaker    Topic   (none)
        Speaker          1        ·        ·
        Topic            ·        1        ·
        (none)           ·        1        ·

      worst places
        1.00  1.1  “closes”  ida (none)  tom Topic
        0.11  1.1  “the pier”  ida Topic “pier”  tom Topic

      """
    #expect(
      try agree("pier.ida.ann", "pier.tom.ann", "--measure", "f1-strict,f1-overlap,alpha")
        == ProcessRun(status: 0, output: lines, errors: ""))
  }

  @Test func aFileThatCannotBeBelievedIsTold() throws {
    let plain = try agree("pier.ida.ann", "pier.tom.ann", "--measure", "f1-strict")
    #expect(plain.errors == "")
    let merge = ["merge", "pier.ida.ann", "pier.tom.ann", "-o", "my gold.ann"]
    #expect(try desk.run(merge, on: nil).status == 1)
    let files = ["pier.ida.ann", "pier.tom.ann", "my gold.ann"]
    let measure = ["--text", "pier.txt", "--measure", "f1-strict"]
    let run = try desk.run(["agree"] + files + measure, on: nil)
    let lines = run.errors.split(separator: "\n")
    try #require(lines.count == 2, "\(run)")
    #expect(lines[0].hasPrefix("my gold.ann: warning: ") && lines[0].hasSuffix("[merge-compared]"))
    #expect(lines[1].hasPrefix("my gold.ann: warning: 2 conflicts are open in my gold.ann"))
    #expect(lines[1].contains("`galley pier.txt --into 'my gold.ann'`"))
    #expect(lines[1].hasSuffix("[open-conflicts]") && run.status == 0)
    // What the warning tells to type names it rightly.
    let command = try #require(lines[0].split(separator: "`").dropFirst().first)
    #expect(command.hasPrefix("--reference "))
    let reference = command.dropFirst("--reference ".count).trimmingCharacters(in: ["'"])
    let right = try desk.run(["agree"] + files + measure + ["--reference", reference], on: nil)
    #expect(right.status == 0 && !right.errors.contains("[merge-compared]"), "\(right)")
    #expect(right.errors.contains("[open-conflicts]"))
  }

  @Test func programsGetOneObjectOrRows() throws {
    let json = try agree(
      "pier.ida.ann", "pier.tom.ann", "--format", "json", "--measure", "f1-strict,kappa", "--by",
      "label", "--worst", "1")
    let lines = #"""
      {"documents":1,"annotators":["ida","tom"],"measures":[{"measure":"f1-strict","by":"all","value":0.4,"n":5},{"measure":"kappa","by":"all","value":0.537313,"n":31},{"measure":"f1-strict","by":"Speaker","value":1.0,"n":2},{"measure":"kappa","by":"Speaker","value":1.0,"n":31},{"measure":"f1-strict","by":"Topic","value":0.0,"n":3},{"measure":"kappa","by":"Topic","value":0.304933,"n":31}],"left_out":[],"unit":"chars","resampled":null,"labels":[{"met":["Speaker","Speaker"],"count":1},{"met":["Topic","Topic"],"count":1},{"met":[null,"Topic"],"count":1}],"worst":[{"document":"pier","range":[23,29],"text":"closes","place":"1.1","cost":1.0,"readings":[{"annotator":"ida","spans":[]},{"annotator":"tom","spans":[{"label":"Topic","ranges":[[23,29]]}]}]}],"remarks":["5 spans are few: one more or less moves these values visibly","with two annotators a disagreement does not tell who is right","an interval takes at least 5 paragraphs, and there are 1"]}

      """#
    #expect(json == ProcessRun(status: 0, output: lines, errors: ""))
    let rows = try agree(
      "pier.ida.ann", "pier.tom.ann", "--format", "csv", "--measure", "f1-strict,u-alpha-labels",
      "--by", "pair")
    #expect(
      rows.output == """
        measure,by,value,low,high,n,undefined
        f1-strict,all,0.4,,,5,
        u-alpha-labels,all,1.0,,,5,
        f1-strict,"pair:ida,tom",0.4,,,5,
        u-alpha-labels,"pair:ida,tom",1.0,,,5,

        """)
  }

  @Test func gammaNamesItsSampler() throws {
    let run = try agree(
      "pier.ida.ann", "pier.tom.ann", "--measure", "gamma", "--format", "json", "--sampler",
      "shuffle", "--seed", "7", "--samples", "12")
    #expect(run.output.contains(#""sampler":"shuffle","seed":7,"disorder":0.4"#))
    #expect(run.output.contains(#""samples":12,"n":5}"#))
    let again = try agree(
      "pier.tom.ann", "pier.ida.ann", "--measure", "gamma", "--format", "csv", "--sampler",
      "shuffle", "--seed", "7", "--samples", "12")
    let first = try agree(
      "pier.ida.ann", "pier.tom.ann", "--measure", "gamma", "--format", "csv", "--sampler",
      "shuffle", "--seed", "7", "--samples", "12")
    #expect(again == first)
  }

  @Test func aGateTellsByItsStatus() throws {
    let files = ["agree", "pier.ida.ann", "pier.tom.ann", "--measure", "f1-strict,f1-overlap"]
    let below = try desk.run(files + ["--min", "0.8"], on: nil)
    #expect(below.status == 1 && below.errors == "f1-strict is 0.400, below 0.8\n")
    #expect(try desk.run(files + ["--min", "0.4"], on: nil).status == 0)
    try desk.folder.write("", to: "pier.nil.ann")
    let none = try agree("pier.nil.ann", "pier.nil.ann", "--min", "0", "--measure", "alpha")
    #expect(none.status == 2)
    try desk.folder.write("", to: "pier.also.ann")
    let empty = try agree("pier.nil.ann", "pier.also.ann", "--min", "0", "--measure", "alpha")
    #expect(empty.status == 1)
    #expect(empty.output.contains("  alpha  undefined (only one label occurs)\n"))
    #expect(
      empty.errors == "alpha is undefined (only one label occurs), so that it does not reach 0.0\n")
  }

  /// What is a number for each label has none of everything, and so cannot be enough.
  @Test func aNamedMeasureWithoutAValueIsBelowAnyGate() throws {
    let files = ["agree", "pier.ida.ann", "pier.tom.ann", "--min", "0"]
    let named = try desk.run(files + ["--measure", "gamma-k,f1-overlap"], on: nil)
    #expect(named.status == 1 && named.errors.hasPrefix("gamma-k is undefined ("), "\(named)")
    let all = try desk.run(files + ["--measure", "all"], on: nil)
    #expect(!all.errors.contains("gamma-k"), "\(all)")
  }

  @Test func whoIsRightIsKnownOfAReference() throws {
    let files = ["agree", "pier.ida.ann", "pier.tom.ann", "--measure", "precision"]
    let run = try desk.run(files + ["--reference", "ida"], on: nil)
    #expect(run.status == 0 && !run.output.contains("who is right"), "\(run)")
  }

  @Test func aNarrowTerminalGetsNoLineThatIsWider() throws {
    let program = builtProduct("galley")
    let job = "agree pier.ida.ann pier.tom.ann --measure f1-strict,alpha --color never"
    for columns in [32, 72] {
      let terminal = try PseudoTerminal(
        spawning: "/bin/sh",
        arguments: ["-c", "cd '\(desk.folder.path)' && '\(program)' \(job); echo end"],
        environment: ["TERM": "dumb", "HOME": desk.folder.path],
        size: .init(columns: columns, rows: 24))
      let lines = try terminal.expect("end").split(whereSeparator: \.isNewline)
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
      #expect(lines.contains("labels  ida / tom") == (columns == 32), "\(lines)")
    }
  }

  @Test func wrongWordsAreSaidBeforeAnythingIsRead() throws {
    for (arguments, message) in [
      (["--measure", "f1-strikt"], "did you mean `f1-strict`"), (["--by", "labels"], "`label`"),
      (["--min", "2"], "a number from -1.0 to 1.0"), (["--unit", "bytes"], "chars, words"),
      (["--samples", "0"], "from 1 to"), (["--seed=-1"], "a whole number from 0"),
      (["--scope", "ida"], "as in `ana=1-4,7`"), (["--precision", "0"], "from 0.001"),
    ] {
      let run = try desk.run(["agree", "gone.ann"] + arguments, on: nil)
      #expect(run.status == 64 && run.errors.contains(message), "\(arguments): \(run.errors)")
    }
    let files = ["agree", "pier.ida.ann", "pier.tom.ann"]
    let none = try desk.run(files + ["--measure", "recall"], on: nil)
    #expect(none.status == 2 && none.errors.contains("[no-reference]"))
    let wrong = try desk.run(files + ["--reference", "tim"], on: nil)
    #expect(wrong.status == 2 && wrong.errors.contains("fix: tom"))
    let scope = try desk.run(files + ["--scope", "tim=1"], on: nil)
    #expect(scope.errors.contains("[not-an-annotator-here]"))
    let misspelt = try desk.run(files + ["--scope", "ida=peer:1"], on: nil)
    #expect(misspelt.status == 2 && misspelt.errors.contains("[not-an-article-here]"))
    #expect(
      misspelt.errors.contains("articles: pier\n") && misspelt.errors.contains("fix: ida=pier:1"))
    let beyond = try desk.run(files + ["--scope", "ida=99"], on: nil)
    #expect(
      beyond.status == 2
        && beyond.errors.contains(
          "ida cannot have read paragraph 99 of pier, which has 1 paragraph")
    )
    #expect(try desk.run(files + ["--scope", "ida=pier:1"], on: nil).status == 0)
    let recall = try desk.run(
      files + ["--measure", "recall", "--reference", "ida", "--format", "csv"], on: nil)
    #expect(recall.output.contains("recall,all,0.5,,,5,"))
  }

  @Test func namedFilesAreOfOneArticleThatIsCalledAlike() throws {
    for (name, other) in [("one", "ida"), ("two", "tom")] {
      try desk.folder.write(desk.folder.text("pier.txt") ?? "", to: "\(name)/pier.txt")
      try desk.folder.write(
        desk.folder.text("pier.\(other).ann") ?? "", to: "\(name)/pier.\(other).ann")
    }
    let both = try agree("pier.ida.ann", "pier.tom.ann", "--format", "csv")
    #expect(try agree("one/pier.ida.ann", "two/pier.tom.ann", "--format", "csv") == both)
    #expect(both.status == 0 && both.output.contains("f1-strict,all,0.4"))
    // As they stand in folders of neither's name, nobody says that they belong together.
    let run = try agree("one", "two/pier.tom.ann")
    #expect(run.status == 2 && run.errors.contains("[nothing-in-common]"))
  }

  @Test func foldersOfAnnotatorsAreComparedArticleByArticle() throws {
    for name in ["ana/x", "ben/x", "cem"] {
      try FileManager.default.createDirectory(
        at: desk.folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    for folder in ["ana", "ben"] {
      for stem in ["x/pier", "quay"] {
        try desk.folder.write(desk.article.text, to: "\(folder)/\(stem).txt")
        try desk.folder.write(ida, to: "\(folder)/\(stem).ann")
      }
    }
    try desk.folder.write(desk.article.text, to: "cem/quay.txt")
    try desk.folder.write("T1\tTopic 0 8\tIda Moss\n", to: "cem/quay.ann")
    let two = try agree(
      "ana", "ben", "--format", "csv", "--measure", "f1-strict", "--by", "document")
    #expect(
      two.output
        == "measure,by,value,low,high,n,undefined\nf1-strict,all,1.0,,,4,\nf1-strict,document:quay,1.0,,,2,\nf1-strict,document:pier,1.0,,,2,\n"
    )
    let three = try agree("ana", "ben", "cem", "--measure", "f1-strict,f1-exact")
    #expect(
      three.output.hasPrefix("compared  2 articles, 62 code points; spans: ana 2, ben 2, cem 1\n"))
    #expect(three.output.contains("left out  1 × article without a file of this annotator (cem)\n"))
    #expect(three.output.contains("  f1-exact    1.000 "))
    #expect(three.output.contains("quay 1.1  “Ida Moss”  ana Speaker  ben Speaker  cem Topic"))
    #expect(three.status == 0 && three.errors.isEmpty)
  }

  /// What an article is sampled by is its own, whatever its folder was called by.
  @Test func gammaOfTheSameFilesIsTheSame() throws {
    for year in ["2023", "2024"] {
      try FileManager.default.createDirectory(
        at: desk.folder.url.appending(path: "corpus/\(year)"), withIntermediateDirectories: true)
      for (name, lines) in [("ida", ida), ("tom", ida + "T2\tTopic 14 22\tthe pier\n")] {
        try desk.folder.write("Ida Moss said the pier closes.\n", to: "corpus/\(year)/doc.txt")
        try desk.folder.write(lines, to: "corpus/\(year)/doc.\(name).ann")
      }
    }
    try desk.folder.write("Ida Moss left the pier in 2024.\n", to: "corpus/2024/doc.txt")
    func rows(_ path: String) throws -> String {
      try agree(path, "--measure", "gamma", "--format", "csv").output
    }
    let plain = try rows("corpus")
    #expect(plain.contains("\ngamma,all,") && !plain.contains(",,"))
    #expect(try rows("\(desk.folder.path)/corpus") == plain)
    #expect(try rows("./corpus/../corpus") == plain)
  }

  @Test func oneFolderHoldsTheFilesOfAll() throws {
    let run = try agree(".", "--measure", "f1-exact", "--format", "csv")
    #expect(run.output.contains("f1-exact,all,0.4,,,5,"))
    try desk.folder.write("x\n", to: "other.txt")
    try desk.folder.write(ida, to: "other.ida.ann")
    let more = try agree(".", "--measure", "f1-exact")
    #expect(more.output.contains("1 × article that nobody else has annotated (ida)"))
  }

  @Test func whatCannotBeComparedIsSaid() throws {
    #expect(try agree("pier.ida.ann").errors.contains("[one-annotator]"))
    #expect(try agree("pier.ida.ann", "gone.ann").status == 2)
    try desk.folder.write(ida, to: "lone.ann")
    let lone = try agree("lone.ann", "pier.ida.ann")
    #expect(lone.status == 2 && lone.errors.contains("[missing-article]"))
    #expect(try agree("lone.ann", "pier.ida.ann", "--text", "pier.txt").status == 0)
  }

  @Test func theShellMeasuresWhatIsOpen() throws {
    let run = try desk.run(
      commands: ["untag where topic", "agree pier.tom.ann measure=f1-strict min=0.9"],
      ["--annotator", "ida", "--dry-run"])
    #expect(run.status == 1)
    #expect(run.output.contains("spans: ida 1, tom 3\n"))
    #expect(run.output.contains("  f1-strict   0.500 "))
    #expect(run.errors.contains("f1-strict is 0.500, below 0.9\n"))
    let json = try desk.run(
      commands: ["agree pier.tom.ann measure=f1-strict"],
      ["--annotator", "ida", "--format", "json"])
    #expect(
      json.output.hasPrefix(
        #"{"command":"agree","ok":true,"documents":1,"annotators":["ida","tom"],"measures":[{"measure":"f1-strict","by":"all","value":0.4,"n":5}]"#
      ))
    let wrong = try desk.run(commands: ["agree pier.tom.ann mesure=alpha"])
    #expect(wrong.status == 2 && wrong.errors.contains("measure=alpha".prefix(7)))
    #expect(
      try desk.run(commands: ["agree pier.tom.ann by=size"]).errors.contains("[unknown-value]"))
  }
}
