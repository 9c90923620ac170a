extension ErrorPage {
  /// Files and the journal.
  static let files = [
    ErrorPage(
      "ambiguous-name", "A name that is to be changed names several things.",
      "Say which before the name: `galley schema rename relation by …`."),
    ErrorPage(
      "article-changed", "The article is not the one that was annotated.",
      "`galley reanchor ARTICLE --from OLD.txt` lets the annotations follow their words; without the old text, `galley reanchor ARTICLE` goes by the words that the file quotes."
    ),
    ErrorPage(
      "article-too-large", "An article has more than 2 GiB.", "Part it into several articles."),
    ErrorPage(
      "changed-on-disk",
      "Another program wrote to the standoff file while it was open here, and the two cannot be merged.",
      "Neither side is lost: the file keeps what the other program wrote, and what stands here is beside it, in the file that the message names. To go on from the changed file, `quit --discard` and open the article again. To go on from what stands here, move the file beside it over it and `save`."
    ),
    ErrorPage(
      "disk-full", "A file was not written because the disk is full.",
      "Make room and `save` again; nothing is lost meanwhile."),
    ErrorPage(
      "edit-does-not-fit", "An edit was made for other lines than those that stand in the file.",
      "The journal belongs to another file: `revert`, or start again from the file as it is."),
    ErrorPage(
      "file-too-large", "The file is larger than 2 GiB.", "Part it."),
    ErrorPage(
      "foreign-change", "Something other than galley wrote to the standoff file.",
      "The annotations are taken as that program left them, as one more act, which `undo` takes back; where acts were not saved, `save` merges the two. Where the journal does not reach so far it is put aside under the name that the message gives, and `undo` begins anew."
    ),
    ErrorPage(
      "invalid-utf-8", "A file that should be UTF-8 holds bytes that are not.",
      "Save the file as UTF-8 in the program it comes from."),
    ErrorPage(
      "is-a-folder", "A folder stands where a file was expected.", "Give the path of a file in it."),
    ErrorPage(
      "journal-damaged", "The journal holds something it cannot have been written with.",
      "What could be read of it counts. Look at the annotations with `list` before you `save`."),
    ErrorPage(
      "journal-failed", "A change could not be written to the journal and was therefore not made.",
      "See to the disk and its permissions, then type the command again."),
    ErrorPage(
      "journal-newer", "The journal was written by a later version of galley.",
      "Open the article with that version and `save`."),
    ErrorPage(
      "journal-torn", "The journal ends in half a line.",
      "The machine stopped in the middle of a command, which was never answered; all before it is there."
    ),
    ErrorPage(
      "lock-failed", "The system could not lock the file that keeps others away.",
      "The folder may lie where files cannot be locked: copy it to a disk of this machine."),
    ErrorPage(
      "locked", "Another process is changing the same standoff file.",
      "Leave the other shell, whose process the message names. Commands that only read work meanwhile; `--annotator NAME` writes to a file of your own."
    ),
    ErrorPage(
      "merged-on-saving",
      "Another program wrote to the standoff file while it was open here, and the two were merged.",
      "What both changed otherwise is a conflict: `conflicts` lists it, `resolve` settles it. `undo` takes the merge back; `save` then writes what stood here before."
    ),
    ErrorPage(
      "misnamed-standoff",
      "Annotations were to be written to a file that is not called as standoff files are.",
      "Name a file that ends in `.ann`; articles and schemas are never written to."),
    ErrorPage(
      "missing-article", "A standoff file whose article was not found.",
      "Put the article beside it, one folder up, or in a folder `text` beside its own; or name it with `--text`."
    ),
    ErrorPage(
      "name-in-use", "A name is to be given to something while something else has it.",
      "Take another name; to make one of the two, use `galley schema merge`."),
    ErrorPage(
      "name-left",
      "A name was changed in standoff files and is left in what is parked or decided beside one.",
      "Change it there with an editor: both are plain lines, and decisions quote labels as they are."
    ),
    ErrorPage(
      "name-not-used", "A name is to be changed that stands in no file.",
      "The fix is the nearest name that does; look at the files with `galley stats`."),
    ErrorPage(
      "no-permission", "The file or folder may not be read or written by this user.",
      "Change its permissions, or write elsewhere with `--into FILE`."),
    ErrorPage(
      "no-standoff-file", "A folder that was to be worked on holds no standoff file.",
      "Look at the path; standoff files end in .ann, and names that begin with a dot are passed over."
    ),
    ErrorPage(
      "no-such-file", "Nothing stands at the path.",
      "Paths count from the folder that galley was started in; Tab completes them."),
    ErrorPage(
      "no-such-folder", "A file was not written because its folder is missing.",
      "Make the folder, or give another path."),
    ErrorPage(
      "not-a-baseline", "A file that was given as a baseline holds something else than findings.",
      "Make it anew: `galley validate --format json PATH > FILE`."),
    ErrorPage(
      "not-a-regular-file", "A pipe, socket or device stands where a file was expected.",
      "Give the path of a file."),
    ErrorPage(
      "not-a-standoff-file",
      "A file that was to be merged or compared holds no annotations but something else.",
      "Name the standoff file, whose name ends in .ann. In a merge of git, look at both sides with `git show :2:FILE` and `git show :3:FILE`, put the right one in place, and `git add` it."
    ),
    ErrorPage(
      "not-an-annotator", "A word that cannot name an annotator.",
      "It becomes part of a file's name: letters, digits, `-` and `_`."),
    ErrorPage(
      "not-an-article",
      "A file that cannot be annotated, because it is or will be a standoff file.",
      "Give the text, `story.txt`, not its annotations, `story.ann`."),
    ErrorPage(
      "not-synchronized", "A file was written but its folder could not be synchronized.",
      "The file is there, but may not outlive a power cut just now; `save` again."),
    ErrorPage(
      "nothing-to-redo", "No act was taken back that could be carried out again.",
      "A new act after `undo` ends what can be done again; `history` shows the acts."),
    ErrorPage(
      "nothing-to-undo", "No act counts that could be taken back.",
      "`history` shows the acts. Where another program changed the file, the acts before that are kept beside it."
    ),
    ErrorPage(
      "partly-rewritten",
      "Of several files that were to be rewritten as one act, some are and some are not.",
      "Mend what stands in the way and run it again: what is done already stays done."),
    ErrorPage(
      "read-failed", "The system could not read the file to its end.",
      "See to the disk; a copy of the file may do."),
    ErrorPage(
      "read-only-folder", "A file was not written because its folder is read-only.",
      "Write elsewhere with `--into FILE`, or change the folder's permissions."),
    ErrorPage(
      "reading-only", "A change was asked for where nothing may be changed.",
      "The folder may not be written to: write elsewhere with `--into FILE`."),
    ErrorPage(
      "restored", "Acts that were not saved were taken from the journal.",
      "The last session ended without leaving. All it answered is there: go on, or `revert` to the file as last saved."
    ),
    ErrorPage(
      "same-annotator",
      "Two standoff files hold the annotations of one annotator on one article.",
      "Merge them into one, or rename the file that is somebody else's: `STEM.ANNOTATOR.ann`."),
    ErrorPage(
      "schema-behind", "Names were changed in files, and the schema does not have the change yet.",
      "Change the schema file by hand; `galley schema > galley.yaml` begins one of your own."),
    ErrorPage(
      "script-undone", "A script was stopped between its journal and its saving.",
      "It left no trace; run it again."),
    ErrorPage(
      "unsaved-acts",
      "A file was to be rewritten whose journal has acts that it does not hold yet.",
      "Open that file with its article (`galley ARTICLE --into FILE.ann`) and `save`, or `quit --discard`; then run it again."
    ),
    ErrorPage(
      "write-failed", "A file was not written for another reason.",
      "The message has the system's reason; what stood in the file is whole."),
  ]
}
