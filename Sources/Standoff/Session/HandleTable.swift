/// The short names by which people refer to annotations: handles such as `c1`, and names given by
/// `as`.
///
/// A handle is the letters of the annotation's label and a number. It is given once, is never given
/// to another annotation, and stays when the label changes or the annotation is taken away and comes
/// back. Handles live as long as a session; names live in the journal.
public struct HandleTable: Sendable {
  private let prefix: @Sendable (_ label: String) -> String
  /// Which handle an annotation has, by its place in `handles`.
  private var places: [AnnotationID: Int] = [:]
  private var handles: [(prefix: Int, number: Int)] = []
  /// The places of the handles of each prefix, handle number n at n - 1.
  private var numbered: [[Int]] = []
  private var ids: [AnnotationID] = []
  private var prefixes: [String] = []
  private var prefixIndex: [String: Int] = [:]
  /// The index of the prefix of each label seen so far.
  private var labelIndex: [String: Int] = [:]
  private var named: [String: (id: AnnotationID, act: Int)] = [:]
  private var script: (depth: Int, handles: Int, act: Int) = (0, 0, 0)

  /// Creates a table without annotations.
  ///
  /// - Parameter prefix: the letters that begin the handles of a label's annotations.
  public init(prefix: @escaping @Sendable (_ label: String) -> String) { self.prefix = prefix }

  /// The handle of an annotation; `nil` where it was never seen.
  public func handle(of id: AnnotationID) -> String? {
    guard let place = places[id] else { return nil }
    let handle = handles[place]
    return prefixes[handle.prefix] + String(handle.number)
  }

  /// The annotation that has this handle.
  public func id(ofHandle handle: String) -> AnnotationID? { place(of: handle).map { ids[$0] } }

  /// The annotation that was given this name last.
  public func id(named name: String) -> AnnotationID? { named[name]?.id }

  /// The annotation that has this handle or name.
  public func id(of reference: String) -> AnnotationID? {
    id(named: reference) ?? id(ofHandle: reference)
  }

  /// The names of an annotation, in alphabetical order.
  ///
  /// Takes time with the number of all names.
  public func names(of id: AnnotationID) -> [String] {
    named.filter { $0.value.id == id }.keys.sorted()
  }

  /// All names given by `as`, with their annotations.
  public var names: [String: AnnotationID] { named.mapValues(\.id) }

  /// Whether `name` can be given by `as`: a lower-case letter, then lower-case letters, `_` and `-`.
  ///
  /// Words of the language are for those who know them to refuse.
  public static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy {
      isLetter($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  /// Hands over every handle that begins so, in parts, with its annotation: prefix by prefix in the
  /// order in which they came up, then by number.
  package func forEachHandle(
    beginning typed: String,
    _ body: (_ letters: String, _ number: Int, _ id: AnnotationID) -> Void
  ) {
    for (letters, places) in zip(prefixes, numbered) {
      if letters.utf8.starts(with: typed.utf8) {
        for (index, place) in places.enumerated() { body(letters, index + 1, ids[place]) }
      } else if typed.utf8.starts(with: letters.utf8) {
        let digits = typed.utf8.dropFirst(letters.utf8.count)
        guard digits.first != UInt8(ascii: "0") else { continue }
        for (index, place) in places.enumerated()
        where String(index + 1).utf8.starts(with: digits) {
          body(letters, index + 1, ids[place])
        }
      }
    }
  }

  // MARK: Scripts

  /// Begins a script: from here on ``serves(_:)`` knows its own handles and names from others.
  ///
  /// A script that another one runs is part of it.
  public mutating func beginScript() {
    if script.depth == 0 { script = (0, handles.count, nextAct) }
    script.depth += 1
  }

  /// Ends the script begun last.
  public mutating func endScript() { script.depth = max(0, script.depth - 1) }

  /// Whether a handle or name may be used: always at the prompt; in a script only where the script
  /// itself made the annotation or gave the name.
  public func serves(_ reference: String) -> Bool {
    guard script.depth > 0 else { return true }
    if let name = named[reference] { return name.act >= script.act }
    return place(of: reference).map { $0 >= script.handles } ?? false
  }

  // MARK: Filling

  private var nextAct = 0

  /// Gives an annotation its handle, unless it has one.
  package mutating func add(_ id: AnnotationID, label: String) {
    guard places[id] == nil else { return }
    let index = labelIndex[label] ?? index(ofPrefixOf: label)
    places[id] = handles.count
    numbered[index].append(handles.count)
    handles.append((index, numbered[index].count))
    ids.append(id)
  }

  /// Makes room for the handles of so many annotations.
  mutating func reserve(_ count: Int) {
    places.reserveCapacity(count)
    handles.reserveCapacity(count)
    ids.reserveCapacity(count)
  }

  private mutating func index(ofPrefixOf label: String) -> Int {
    let letters = prefix(label)
    let index = prefixIndex[letters] ?? prefixes.count
    if index == prefixes.count {
      prefixIndex[letters] = index
      prefixes.append(letters)
      numbered.append([])
    }
    labelIndex[label] = index
    return index
  }

  /// Sets the names to those that acts gave, in the order of the acts.
  ///
  /// There were so many `acts` so far; the acts of a script that begins now count from there.
  mutating func setNames(
    _ names: some Sequence<(act: Int, names: [String: AnnotationID])>, acts: Int
  ) {
    named = [:]
    for (act, names) in names {
      for (name, id) in names { named[name] = (id, act) }
    }
    nextAct = acts
  }

  /// Adds the names that one further act gave.
  mutating func give(_ names: [String: AnnotationID], byAct act: Int) {
    for (name, id) in names { named[name] = (id, act) }
    nextAct = act + 1
  }

  private func place(of handle: String) -> Int? {
    let digits = handle.utf8.reversed().prefix(while: \.isDigit).count
    let letters = String(handle.unicodeScalars.dropLast(digits))
    let number = handle.unicodeScalars.suffix(digits)
    guard let index = prefixIndex[letters], number.first != "0",
      let number = Int(String(number)), numbered[index].indices.contains(number - 1)
    else { return nil }
    return numbered[index][number - 1]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
  }
}
