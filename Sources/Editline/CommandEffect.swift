import CEditline

/// What libedit does after a command.
enum CommandEffect {
  /// Nothing: the screen is right already.
  case none
  /// Draws what changed.
  case refresh
  /// Moves the cursor.
  case moveCursor
  /// Rings.
  case bell
  /// Ends the read.
  case finish

  /// How libedit spells it.
  var code: UInt8 {
    switch self {
    case .none: UInt8(CC_NORM)
    case .refresh: UInt8(CC_REFRESH)
    case .moveCursor: UInt8(CC_CURSOR)
    case .bell: UInt8(CC_ERROR)
    case .finish: UInt8(CC_EOF)
    }
  }
}
