/// A page of `help` on something that is not one command.
package struct ManualTopic: Sendable {
  /// The words that open it, its title first.
  package var words: [String]
  /// The page.
  package var text: String

  /// The pages.
  package static let all = [spans, references, queries, scripts]

  private static let spans = ManualTopic(
    words: ["spans", "span"],
    text: """
      How to point at text

      "some words"            where the article has these words
      "first" .. "last"       from the first words through the next last words
      "first … last"          the same, as echoes print it
      /regex/  /regex/i       what the expression matches
      7  7-9  7.2  7.2-4      paragraphs and sentences, as numbered by `show`
      7.2.3-9                 words 3 to 9 of a sentence
      @120-133                code points 120 up to 133
      c3  $  T4821937         the extent of an annotation
      marks                   what stands between quotation marks: `quote marks in 6`
      article                 the whole article
      hits                    what the last `find` found
      A + B                   one span in pieces
      A in B                  A, looked for inside B alone
      A[2] A[-1] A[2,4-6]     which occurrence; without it A must be the only one
      A[all]                  every occurrence
      "words"i  "words"~      whatever their case; inside longer words too

      Quotes, dashes, blanks and accents match as people read them: straight quotes find
      curly ones. Case counts, but for a capital at a sentence's start.
      """)

  private static let references = ManualTopic(
    words: ["references", "reference", "ref", "refs", "handles", "handle"],
    text: """
      How to name annotations

      c1                      the handle that echoes and `show` print
      c2-c5  c1 c2  c1,c2     several
      xing                    a name given with `as xing`
      $                       the last one made or changed
      T4821937  T48           an id, or the beginning of one
      by="Ida Moss"           words: the annotation on them, made where there is none
      by=speaker:"Ida Moss"   the same, saying the label
      where QUERY             what meets a query: `help queries`

      A script can rely on ids, words, `$`, and handles and names that it made itself.
      """)

  private static let queries = ManualTopic(
    words: ["queries", "query", "where"],
    text: """
      Queries, after `where`

      claim                   the label
      stance=against          an attribute
      without by              lacks a relation, an attribute, `ref` or `note`
      by s1                   has a relation to an annotation; `by`, to any
      ref=local:ida           has that reference; `ref`, any
      in 5-9                  lies in paragraphs 5 to 9, or in any span
      overlapping c2          shares words with it
      text ~ /ferry/          its words match; `text ~ "ferry"` too
      note                    has a note

      Conditions side by side all hold; `or` is the weaker, `not` the stronger, and
      parentheses group: `list where (claim or quote) without by`.
      """)

  private static let scripts = ManualTopic(
    words: ["scripts", "script", "json"],
    text: """
      How to run scripts

      galley ARTICLE -c COMMAND -f FILE    runs them in the order given, then leaves
      galley ARTICLE < FILE                runs standard input
      --format json                        one object a line on standard output
      --dry-run                            everything but the writing
      --keep-going                         goes on with the next line after a failure

      A script runs whole or not at all: its first error stops it, exit status 2, and every
      file stays byte for byte as it was. Findings of `validate` give status 1. A line may
      hold several commands, parted by `;` at a word's end, and `#` begins a comment.
      """)
}
