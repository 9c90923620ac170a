import Standoff

/// Articles: any bytes are read or refused, and what is found in them lies in them.
enum ArticleTarget {
  static func read(_ bytes: [UInt8]) {
    guard let article = try? Article(bytes: bytes) else {
      require(String(validating: bytes, as: UTF8.self) == nil, "UTF-8 is read")
      return
    }
    let whole = TextRange(0, article.scalarCount)
    require(article.text(in: whole).utf8.elementsEqual(bytes), "the words are the bytes")
    visit(article.layout, of: article, whole)
    for scalar in stride(from: 0, through: article.scalarCount, by: 7) {
      let offset = ScalarOffset(scalar)
      let there = article.byteOffset(of: offset).map(article.scalarOffset)
      require(there == offset, "offsets convert there and back, in bytes")
      let here = article.utf16Offset(of: offset).flatMap { article.scalarOffset(of: $0) }
      require(here == offset, "offsets convert there and back, in UTF-16")
    }
  }

  private static func visit(_ layout: ArticleLayout, of article: Article, _ whole: TextRange) {
    for (index, paragraph) in layout.paragraphs.enumerated() {
      require(whole.contains(paragraph.range), "a paragraph lies in the article")
      for (number, sentence) in layout.sentences(in: index + 1).enumerated() {
        require(paragraph.range.contains(sentence), "a sentence lies in its paragraph")
        for word in layout.words(in: index + 1, sentence: number + 1).prefix(3) {
          require(sentence.contains(word), "a word lies in its sentence")
        }
        require(
          layout.address(of: sentence.lower)?.paragraph == index + 1, "a sentence has its address")
      }
    }
  }
}
