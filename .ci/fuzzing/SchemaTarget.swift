import Standoff

/// Schemas in both spellings: what is read and written again is the same schema.
enum SchemaTarget {
  static func read(_ bytes: [UInt8]) {
    if let schema = Schema.parsing(yaml: bytes, source: "galley.yaml").0 {
      let written = schema.yaml()
      let again = Schema.parsing(yaml: Array(written.utf8), source: "again").0
      require(again?.yaml() == written, "a schema reads back")
      _ = schema.annotationConf()
    }
    if let schema = Schema.parsing(annotationConf: bytes, source: "annotation.conf").0 {
      _ = schema.yaml()
      let written = Array(schema.annotationConf().utf8)
      _ = Schema.parsing(annotationConf: written, source: "again")
    }
  }
}
