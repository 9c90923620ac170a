/// The labels, attributes and relations that annotations may have.
///
/// A schema is read from `galley.yaml` or from brat's `annotation.conf`, or is ``news``, which is
/// built in. It is a value: looking something up costs a dictionary access, changing it means
/// making another.
public struct Schema: Sendable {
  /// The schema's name.
  public let name: String
  /// The version as it is written, such as `1` or `2.1`.
  public let version: String
  /// What the schema is for, in a sentence.
  public let `is`: String?
  /// The labels of spans, then those of events, in the order they are shown.
  public let labels: [Label]
  /// The databases that references come from, with the form of their identifiers.
  public let databases: [ReferenceDatabase]
  /// Which annotations of spans may overlap.
  public let overlap: OverlapRules

  let index: SchemaIndex

  /// Creates a schema; labels of events are moved behind those of spans.
  ///
  /// Names are taken as they are: only the readers check them.
  public init(
    name: String, version: String = "1", is definition: String? = nil, labels: [Label],
    databases: [ReferenceDatabase] = [], overlap: OverlapRules = OverlapRules()
  ) {
    self.name = name
    self.version = version
    self.is = definition
    self.labels = labels.filter { !$0.isEvent } + labels.filter(\.isEvent)
    self.databases = databases
    self.overlap = overlap
    index = SchemaIndex(self.labels)
  }
}

extension Schema: Hashable {
  /// Whether both say the same in the same order.
  public static func == (left: Schema, right: Schema) -> Bool {
    left.name == right.name && left.version == right.version && left.is == right.is
      && left.labels == right.labels && left.databases == right.databases
      && left.overlap == right.overlap
  }

  /// Feeds what the schema says to `hasher`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(version)
    hasher.combine(labels)
  }
}

extension Schema {
  /// Reads a schema from the bytes of a `galley.yaml`; `source` names the file in findings.
  ///
  /// All that is wrong is found at once, each with its line and column in code points; where one of
  /// the findings is an error there is no schema.
  public static func parsing(yaml bytes: [UInt8], source: String) -> (Schema?, [Diagnostic]) {
    SchemaYAMLReader.read(bytes, source: source)
  }

  /// Reads a schema from brat's `annotation.conf`, with shown names and colours from `visual.conf`
  /// and keys from `kb_shortcuts.conf`; `source` names the first in findings.
  ///
  /// What brat passes over with a warning is passed over with a warning. What makes brat fall back
  /// to another configuration altogether is an error at its place, and then there is no schema.
  public static func parsing(
    annotationConf bytes: [UInt8], visual: BratFile? = nil, shortcuts: BratFile? = nil,
    source: String
  ) -> (Schema?, [Diagnostic]) {
    BratSchemaReader.read(bytes, visual: visual, shortcuts: shortcuts, source: source)
  }
}
