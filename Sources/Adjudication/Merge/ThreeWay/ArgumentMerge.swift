import Standoff

/// Those who take part in an event that both sides have changed: whom both have, and whom one side added.
///
/// What makes an argument is the role's name and who is in it; the number only tells roles of one name
/// apart on the line, and changes when another is put before it.
struct ArgumentMerge {
  /// A role as it is written, and who is in it.
  typealias Argument = (role: String, id: AnnotationID)

  /// What takes part in the end, by role and then by id.
  let arguments: [Argument]

  /// Merges what takes part; `base` is empty where both sides added the event.
  init(
    base: some Sequence<Argument>, ours: some Sequence<Argument>, theirs: some Sequence<Argument>
  ) {
    let (old, ours, theirs) = (Self.roles(base), Self.roles(ours), Self.roles(theirs))
    let known = Set(old.keys).union(ours.keys).union(theirs.keys).sorted()
    var kept: [(key: Key, role: String, isNew: Bool)] = []
    for key in known {
      switch (ours[key], theirs[key]) {
      case (let mine?, let yours?):
        let role = FieldMerge(old[key], mine, yours) { $0.utf8.elementsEqual($1.utf8) }
        kept.append((key, role.value(Self.lower(mine, yours)), old[key] == nil))
      case (let role?, nil), (nil, let role?):
        if old[key] == nil { kept.append((key, role, true)) }
      case (nil, nil): break
      }
    }
    // A role stands once on the line; whoever came last takes the next number.
    var taken: Set<String> = []
    var spelled: [(key: Key, role: String)] = []
    for argument in kept.filter({ !$0.isNew }) + kept.filter(\.isNew) {
      var role = argument.role
      var number = 2
      while !taken.insert(role).inserted {
        role = "\(argument.role.roleName)\(number)"
        number += 1
      }
      spelled.append((argument.key, role))
    }
    arguments = spelled.sorted {
      if $0.key.name != $1.key.name { return $0.key < $1.key }
      let (left, right) = ($0.role.utf8.count, $1.role.utf8.count)
      return left == right ? $0.role.utf8.lexicographicallyPrecedes($1.role.utf8) : left < right
    }.map { ($0.role, $0.key.id) }
  }

  /// What makes an argument; one that is there twice counts twice.
  private struct Key: Hashable, Comparable {
    /// The bytes of the role's name.
    let name: [UInt8]
    let id: AnnotationID
    let occurrence: Int

    static func < (left: Key, right: Key) -> Bool {
      if left.name != right.name { return left.name.lexicographicallyPrecedes(right.name) }
      return left.id == right.id ? left.occurrence < right.occurrence : left.id < right.id
    }
  }

  /// The spelling whose bytes are lower.
  private static func lower(_ left: String, _ right: String) -> String {
    right.utf8.lexicographicallyPrecedes(left.utf8) ? right : left
  }

  /// The spelling of the role of each argument.
  private static func roles(_ arguments: some Sequence<Argument>) -> [Key: String] {
    var found: [Key: String] = [:]
    for argument in arguments {
      let name = Array(argument.role.roleName.utf8)
      var occurrence = 0
      while found[Key(name: name, id: argument.id, occurrence: occurrence)] != nil {
        occurrence += 1
      }
      found[Key(name: name, id: argument.id, occurrence: occurrence)] = argument.role
    }
    return found
  }
}
