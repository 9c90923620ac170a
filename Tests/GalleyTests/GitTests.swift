import Foundation
import TestSupport
import Testing

/// Merging in real repositories of git, where git is installed.
@Suite(.enabled(if: GitRepository.isThere, "git is not installed")) struct GitTests {
  private let repository: GitRepository

  init() throws { repository = try GitRepository() }

  private func expectClean(_ run: ProcessRun, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(run.status == 0, "\(run)", sourceLocation: sourceLocation)
    let valid = try repository.galley("validate", "pier.ann")
    #expect(valid == ProcessRun(status: 0, output: "", errors: ""), sourceLocation: sourceLocation)
  }

  private func expectConflict(_ run: ProcessRun, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    #expect(run.status == 1, "\(run)", sourceLocation: sourceLocation)
    #expect(
      try repository.git("status", "--porcelain", "pier.ann").output.hasPrefix("UU "),
      sourceLocation: sourceLocation)
    let names = try repository.galley("validate", "--format", "json", "pier.ann").output
      .split(separator: "\n")
    #expect(
      !names.isEmpty && names.allSatisfy { $0.contains(#""name":"unresolved-conflict""#) },
      "\(names)", sourceLocation: sourceLocation)
  }

  @Test func additionsInDifferentParagraphsAreClean() throws {
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"")
    } and: {
      try $0.annotate("topic \"night ferry\"")
    }
    try expectClean(try repository.git("merge", "other"))
    #expect(try repository.list() == ["Speaker", "Claim", "Topic"])
  }

  @Test func additionsNextToEachOtherAreClean() throws {
    try repository.branches {
      try $0.annotate("topic \"pier\" in 2")
    } and: {
      try $0.annotate("topic \"harbour board\"")
    }
    try expectClean(try repository.git("merge", "other"))
    #expect(try repository.list() == ["Topic", "Topic", "Claim"])
  }

  @Test func whatOneTookAwayIsGone() throws {
    try repository.branches {
      try $0.annotate("untag where claim")
    } and: {
      try $0.annotate("topic \"night ferry\"")
    }
    try expectClean(try repository.git("merge", "other"))
    #expect(try repository.list() == ["Topic"])
  }

  @Test func takenAwayAgainstChangedIsAConflict() throws {
    try repository.branches {
      try $0.annotate("untag where claim")
    } and: {
      try $0.annotate("set where (claim) stance=favor")
    }
    try expectConflict(try repository.git("merge", "other"))
  }

  @Test func twoValuesOfAnAttributeAreAConflict() throws {
    try repository.branches {
      try $0.annotate("set where (claim) stance=against")
    } and: {
      try $0.annotate("set where (claim) stance=favor")
    }
    let run = try repository.git("merge", "other")
    try expectConflict(run)
    #expect(run.errors.contains("conflict 1: attribute stance of Claim “There is no money left”"))
  }

  @Test func twoLabelsOnOneSpanAreAConflict() throws {
    try repository.branches {
      try $0.annotate("relabel where (claim) Quote")
    } and: {
      try $0.annotate("relabel where (claim) Topic")
    }
    try expectConflict(try repository.git("merge", "other"))
    #expect(try repository.list().sorted() == ["Quote", "Topic"])
  }

  @Test func aSideThatCannotBeReadStopsGit() throws {
    try repository.branches {
      try $0.annotate("topic \"night ferry\"")
    } and: {
      try $0.folder.write("{\"not\": \"standoff\"}\n", to: "pier.ann")
    }
    let before = repository.folder.text("pier.ann")
    let run = try repository.git("merge", "other")
    #expect(run.errors.contains("[not-a-standoff-file]"), "\(run)")
    try expectStopped(run, before)
  }

  /// Git gives up the merge, or, before it knew of drivers that give up, leaves the file unmerged, with
  /// every line of both sides in it.
  private func expectStopped(_ run: ProcessRun, _ before: String?) throws {
    #expect(run.status != 0, "\(run)")
    #expect(try repository.git("commit", "-qm", "x").status != 0)
    #expect(try repository.git("log", "--merges", "--oneline").output == "")
    let text = repository.folder.text("pier.ann")
    if try repository.git("ls-files", "-u").output.isEmpty {
      #expect(text == before)
    } else {
      let lines = Set((text ?? "").split(separator: "\n"))
      for side in [":2:pier.ann", ":3:pier.ann"] {
        let wanted = try repository.git("show", side).output
        #expect(lines.isSuperset(of: wanted.split(separator: "\n")), "\(text ?? "")")
      }
    }
  }

  @Test func rebaseAndCherryPickMergeAsWell() throws {
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"")
    } and: {
      try $0.annotate("topic \"night ferry\"")
    }
    try repository.git("branch", "picked")
    #expect(try repository.git("rebase", "other").status == 0)
    #expect(try repository.list() == ["Speaker", "Claim", "Topic"])
    try repository.git("switch", "-q", "picked")
    #expect(try repository.git("cherry-pick", "other").status == 0)
    #expect(try repository.list() == ["Speaker", "Claim", "Topic"])
  }

  @Test func aFileThatBothAddMerges() throws {
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"", by: "ana")
    } and: {
      try $0.annotate("topic \"night ferry\"", by: "ana")
    }
    #expect(try repository.git("merge", "other").status == 0)
    let listed = try repository.galley("stats", "--format", "json", "pier.ana.ann").output
    #expect(listed.contains(#""labels":{"Speaker":1,"Topic":1}"#))
  }

  @Test func theDifferenceReadsInWords() throws {
    try repository.annotate("set where (claim) stance=against")
    let diff = try repository.git("diff", "--", "pier.ann").output
    #expect(diff.contains("  Claim  “There is no money left”\n+@"))
    #expect(diff.contains("  Claim  “There is no money left”  stance=against\n"))
  }

  @Test func withoutTheDriverIDsStayRight() throws {
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"")
    } and: {
      try $0.annotate("topic \"night ferry\"")
    }
    _ = try repository.galley("git", "setup", "--remove")
    #expect(try repository.git("merge", "other").status == 0)
    #expect(try repository.list() == ["Speaker", "Claim", "Topic"])
    #expect(try repository.galley("validate", "pier.ann").status == 0)
  }

  @Test func aProgramThatIsGoneStopsGit() throws {
    let driver = try repository.git("config", "merge.galley.driver").output
    let end = try #require(driver.firstRange(of: " git merge %O")).lowerBound
    try repository.git("config", "merge.galley.driver", "'/nowhere'" + driver[end...].dropLast())
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"")
    } and: {
      try $0.annotate("topic \"night ferry\"")
    }
    let before = repository.folder.text("pier.ann")
    try expectStopped(try repository.git("merge", "other"), before)
  }

  /// What git left where it merged lines can be merged anew, by annotations.
  @Test func marksOfGitAreFoundAndMergedAnew() throws {
    try repository.branches {
      try $0.annotate("set where (claim) stance=against")
      try $0.annotate("topic \"night ferry\"")
    } and: {
      try $0.annotate("set where (claim) stance=favor")
      try $0.annotate("speaker \"Ida Moss\"")
    }
    _ = try repository.galley("git", "setup", "--remove")
    #expect(try repository.git("merge", "other").status == 1)
    let found = try repository.galley("validate", "--format", "json", "pier.ann")
    #expect(found.status == 1)
    #expect(found.output.split(separator: "\n").count { $0.contains("git-markers") } == 1)
    #expect(!found.output.contains(#""name":"syntax""#) && !found.output.contains("duplicate-id"))
    _ = try repository.galley("git", "setup")
    let again = try repository.git("checkout", "--merge", "pier.ann")
    #expect(again.status == 0, "\(again)")
    #expect(try repository.list() == ["Speaker", "Claim", "Topic"])
    let left = try repository.galley("validate", "--format", "json", "pier.ann")
    #expect(left.output.contains("unresolved-conflict") && !left.output.contains("git-markers"))
  }

  /// A line that was broken on one branch would pass for taken away.
  @Test func aLineThatBrokeStopsGit() throws {
    try repository.annotate("topic \"night ferry\"")
    try repository.commit("another")
    let lines = repository.folder.text("pier.ann") ?? ""
    try repository.branches {
      try $0.annotate("speaker \"Ida Moss\"")
    } and: {
      try $0.folder.write("\u{FEFF}" + lines, to: "pier.ann")
    }
    let before = repository.folder.text("pier.ann")
    let run = try repository.git("merge", "other")
    #expect(run.errors.contains("their side has 1 line that cannot be used"), "\(run)")
    try expectStopped(run, before)
  }

  /// A path that looks like an option is none.
  @Test func aPathMayBeginWithAHyphen() throws {
    let lines = repository.folder.text("pier.ann") ?? ""
    try repository.folder.write(lines, to: "-x dir/-pier.ann")
    try repository.commit("another")
    try repository.branches {
      try $0.folder.write(lines + "T2\tSpeaker 0 4\tPier\n", to: "-x dir/-pier.ann")
    } and: {
      try $0.folder.write(lines + "T3\tTopic 5 7\tto\n", to: "-x dir/-pier.ann")
    }
    #expect(try repository.git("merge", "other").status == 0)
    let merged = repository.folder.text("-x dir/-pier.ann") ?? ""
    #expect(merged.contains("T2\tSpeaker") && merged.contains("T3\tTopic"))
  }

  @Test func whatTwoBranchesDecidedIsAllThere() throws {
    let (one, two) = ("resolve x => ana\n", "resolve y => ben\n")
    try repository.folder.write("resolve w => ana\n", to: "gold.decisions")
    try repository.commit("decisions")
    try repository.branches {
      try $0.folder.write("resolve w => ana\n" + one, to: "gold.decisions")
    } and: {
      try $0.folder.write("resolve w => ana\n" + two, to: "gold.decisions")
    }
    #expect(try repository.git("merge", "other").status == 0)
    #expect(repository.folder.text("gold.decisions") == "resolve w => ana\n" + one + two)
  }

  @Test func aCorrectedArticleStopsGitWithAWayOn() throws {
    try repository.branches {
      let text = $0.folder.text("pier.txt") ?? ""
      try $0.folder.write(
        text.replacing("close the old", with: "shut the very old"), to: "pier.txt")
      #expect(try $0.galley("reanchor", "pier.txt", "--from-git", "HEAD", "--accept").status == 0)
    } and: {
      try $0.annotate("speaker \"Tom Reyes\"")
      try $0.annotate("topic \"night ferry\"")
    }
    let run = try repository.git("merge", "other")
    #expect(run.status == 1 && run.errors.contains("[different-articles]"), "\(run)")
    #expect(run.errors.contains("git merge --abort"), "\(run)")
    // The way on that it names.
    try repository.git("merge", "--abort")
    try repository.git("switch", "-q", "other")
    try repository.git("checkout", "main", "--", "pier.txt")
    #expect(
      try repository.galley("reanchor", "pier.txt", "--from-git", "HEAD", "--accept").status == 0)
    try repository.commit("corrected")
    try repository.git("switch", "-q", "main")
    try expectClean(try repository.git("merge", "other"))
  }

  @Test func setupIsDoneOnceAndTakenBack() throws {
    let again = try repository.galley("git", "setup")
    #expect(again == ProcessRun(status: 0, output: "everything is set up already\n", errors: ""))
    #expect(try repository.galley("git", "setup", "--check").status == 0)
    #expect(
      repository.folder.text(".gitattributes")
        == "*.txt -text\n*.ann merge=galley diff=galley\n*.decisions merge=union\n")
    #expect(repository.folder.text(".gitignore") == ".galley/\n")
    #expect(try repository.galley("git", "setup", "--remove").status == 0)
    #expect(repository.folder.text(".gitattributes") == "*.txt -text\n")
    #expect(repository.folder.text(".gitignore") == nil)
    let missing = try repository.galley("git", "setup", "--check")
    #expect(missing.status == 1 && missing.output.contains("this clone lacks merge.galley.driver"))
    #expect(try repository.galley("git", "setup", "--remove").output == "nothing was set up\n")
  }

  @Test func checkingFindsWhatWouldNotWork() throws {
    let check = { try repository.galley("git", "setup", "--check") }
    try repository.folder.write("", to: "notes/own.ann")
    try repository.commit("own")
    #expect(try check() == ProcessRun(status: 0, output: "", errors: ""))
    try repository.folder.write("*.ann merge=binary\n", to: "notes/.gitattributes")
    #expect(
      try check()
        == ProcessRun(
          status: 1,
          output: "notes/own.ann is not merged by galley: see `git check-attr -a notes/own.ann`\n",
          errors: ""))
    try repository.git("config", "diff.galley.textconv", "/nowhere/galley git text")
    #expect(
      try check()
        == ProcessRun(
          status: 1,
          output:
            "this clone merges with /nowhere/galley, which cannot be run\nrun `galley git setup`\n",
          errors: ""))
  }

  /// A link that leads to the program of the day is what git is told of, not where it leads today.
  @Test func theProgramIsCalledAsItWasFound() throws {
    let folder = repository.folder
    let link = folder.path + "/tools/galley"
    try folder.write("", to: "tools/other")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: builtProduct("galley"))
    func driver() throws -> String {
      try repository.git("config", "merge.galley.driver").output
    }
    for line in ["PATH=\"$PWD/tools:$PATH\" galley", "tools/galley", "./tools/galley", link] {
      try repository.git("config", "merge.galley.driver", "none")
      #expect(try ProcessRun(shell: line + " git setup", in: folder).status == 0)
      let driver = try driver()
      #expect(driver.hasPrefix("\(link) git merge %O "), "\(line): \(driver)")
    }
    #expect(try ProcessRun(shell: "\(link) git text pier.ann", in: folder).status == 0)
    // Where what a process is called leads nowhere, it is the program itself.
    let called = "bash -c 'exec -a tools/other \"$0\" git setup' '\(builtProduct("galley"))'"
    #expect(try ProcessRun(shell: called, in: folder).status == 0)
    #expect(try !driver().contains("tools"))
  }

  @Test func outsideARepositoryItSaysSo() throws {
    let folder = try WorkingFolder()
    let run = try ProcessRun("galley", ["git", "setup"], in: folder)
    #expect(run.status == 2 && run.errors.contains("[no-repository]"))
  }
}

/// A repository with an article and annotations, in which git merges with galley.
struct GitRepository {
  /// Its folder.
  let folder: WorkingFolder

  /// Whether git is installed.
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")

  /// Makes a repository with one claim committed, and sets it up.
  init() throws {
    folder = try WorkingFolder()
    try git("init", "-q", "-b", "main")
    try folder.write(Desk.pier.text, to: "pier.txt")
    try folder.write("*.txt -text", to: ".gitattributes")
    _ = try galley("git", "setup")
    try annotate("claim \"There is no money left\"")
    try commit("a claim")
  }

  @discardableResult func git(_ arguments: String...) throws -> ProcessRun {
    let script = (["git"] + arguments).map { "'\($0.replacing("'", with: "'\\''"))'" }
      .joined(separator: " ")
    return try ProcessRun(
      shell: script, in: folder,
      environment: [
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1",
        "PATH": "/usr/bin:/bin", "GIT_EDITOR": "true",
      ])
  }

  func galley(_ arguments: String...) throws -> ProcessRun {
    try ProcessRun(
      "galley", arguments, in: folder, environment: ["PATH": "/usr/bin:/bin"])
  }

  /// Runs a command on the article.
  func annotate(_ command: String, by annotator: String? = nil) throws {
    let whose = annotator.map { ["--annotator", $0] } ?? []
    let run = try ProcessRun("galley", ["pier.txt"] + whose + ["-c", command], in: folder)
    #expect(run.status == 0, "\(run)")
  }

  /// Commits everything.
  func commit(_ message: String) throws {
    try git("add", "-A")
    try git("commit", "-qm", message)
  }

  /// Commits acts here, and others on the branch `other`.
  func branches(
    _ ours: (GitRepository) throws -> Void, and theirs: (GitRepository) throws -> Void
  ) throws {
    try git("switch", "-qc", "other")
    try theirs(self)
    try commit("theirs")
    try git("switch", "-q", "main")
    try ours(self)
    try commit("ours")
  }

  /// The labels in the order of the text.
  func list() throws -> [String] {
    let lines = try ProcessRun(
      "galley", ["pier.txt", "--format", "json", "-c", "list"], in: folder
    ).output.split(separator: "\n")
    return lines.compactMap { line in
      line.firstMatch(of: /"label":"([A-Za-z]+)"/).map { String($0.1) }
    }
  }
}
