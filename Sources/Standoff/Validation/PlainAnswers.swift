/// What a schema was asked about lines and found to be in order.
struct PlainAnswers: Sendable {
  /// The names that occur in answers.
  var names = NameTable()
  /// The values of attributes that occur in answers.
  var values = NameTable()
  /// Attributes with their labels and values.
  var attributes = KnownKeys()
  /// Relations with the labels and the names of their ends.
  var relations = KnownKeys()

  /// How many there are.
  var count: Int { attributes.count + relations.count }
  /// Whether there is room for what the next file has of its own; a file may make up any number of
  /// names and values.
  var isWorthKeeping: Bool {
    names.count <= 1024 && values.count <= 128 && max(attributes.count, relations.count) <= 512
  }
}
