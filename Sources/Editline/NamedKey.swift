/// A key that terminals send as an escape sequence.
///
/// libedit knows no time limit between the bytes of a sequence, so a sequence bound in vi's insert
/// mode would make a lone Esc wait for the next key. So sequences are recognised before libedit
/// sees them, and it is handed the raw value instead: one of the C1 control codes, which no
/// keyboard sends and which can be bound in every mode.
enum NamedKey: UInt8, CaseIterable {
  /// Each key with the control code that libedit is handed for it.
  case up = 0x80
  case down = 0x81
  case right = 0x82
  case left = 0x83
  case home = 0x84
  case end = 0x85
  case delete = 0x86
  case wordRight = 0x87
  case wordLeft = 0x89
  case backTab = 0x8A
  /// A sequence that means nothing here.
  ///
  /// Taken apart, the rest of it would be put into the line.
  case unknown = 0x8B
  case paste = 0x9E

  /// The key that `sequence` stands for, which starts behind the escape.
  init?(sequence: [UInt8]) {
    switch String(decoding: sequence, as: UTF8.self) {
    case "[A", "OA": self = .up
    case "[B", "OB": self = .down
    case "[C", "OC": self = .right
    case "[D", "OD": self = .left
    case "[H", "OH", "[1~", "[7~": self = .home
    case "[F", "OF", "[4~", "[8~": self = .end
    case "[3~": self = .delete
    case "[1;5C", "[1;3C", "[1;9C": self = .wordRight
    case "[1;5D", "[1;3D", "[1;9D": self = .wordLeft
    case "[Z": self = .backTab
    case "[200~": self = .paste
    default: return nil
    }
  }

  /// How libedit's `bind` spells it.
  var binding: String { "\\" + String(rawValue, radix: 8) }
}
