/// Words whose full stop seldom ends a sentence.
///
/// Short on purpose: the rules of `SentenceRules` carry most of the weight. All are written without
/// their last full stop and in small letters.
enum Abbreviations {
  /// How many code points the longest has.
  static let longest = 6

  /// What stands before a name; never the end of a sentence.
  static let beforeName: Set<String> = [
    "adm", "amb", "capt", "cmdr", "col", "dipl", "dr", "fr", "gen", "gov", "hon", "hr", "ing", "lt",
    "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "mx", "pres", "prof", "rep", "rev",
    "sen", "sgt", "sr", "sra", "st", "supt",
  ]

  /// What always goes on with an example, an explanation or a comparison.
  static let goingOn: Set<String> = [
    "al", "approx", "bzgl", "bzw", "ca", "cf", "d.h", "e.g", "eg", "i.e", "ie", "incl", "inkl",
    "m.a.w", "sog", "u.a", "v.a", "v", "vgl", "viz", "vs", "z.b", "z.t", "т.е", "т.к", "п",
  ]

  /// What stands before a number; the end of a sentence where no number follows.
  static let beforeNumber: Set<String> = [
    "abs", "apr", "art", "aug", "bd", "ch", "dec", "feb", "fig", "jan", "jul", "jun", "kap", "mar",
    "no", "nos", "nov", "nr", "oct", "p", "par", "pp", "sec", "sect", "sep", "sept", "tel", "vol",
    "гл", "рис", "ст", "стр",
  ]

  /// What may stand inside a sentence or end it; a small word or a name goes on, `The` does not.
  static let either: Set<String> = [
    "ave", "blvd", "bros", "co", "corp", "dept", "est", "etc", "inc", "jr", "ltd", "usw", "usf",
    "г", "др", "пр", "тыс", "млн", "млрд", "руб", "ул",
  ]

  /// Months after an ordinal number of German and its neighbours (`am 3. Oktober`).
  static let monthsAfterOrdinal: Set<String> = [
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
  ]

  /// Words that begin a sentence when they follow an abbreviation with a capital.
  static let sentenceStarters: Set<String> = [
    "a", "about", "according", "after", "all", "although", "among", "an", "and", "another", "as",
    "asked", "at", "because", "before", "both", "but", "by", "despite", "during", "each", "earlier",
    "even", "every", "few", "for", "from", "he", "her", "here", "his", "how", "however", "i", "if",
    "in", "instead", "it", "its", "later", "many", "meanwhile", "more", "most", "my", "neither",
    "no", "nobody", "none", "nor", "not", "now", "of", "on", "once", "one", "only", "or", "other",
    "others", "our", "over", "several", "she", "since", "so", "some", "still", "such", "that",
    "the",
    "their", "then", "there", "these", "they", "this", "those", "though", "through", "to", "under",
    "unlike", "until", "we", "what", "when", "where", "whether", "which", "while", "who", "why",
    "with", "without", "yet", "you", "your", "das", "der", "die", "ein", "eine", "er", "es", "sie",
    "wir", "und", "el", "la", "los", "las", "le", "les", "il", "elle", "в", "и", "он", "она", "они",
    "это", "но", "а", "на", "по",
  ]
}
