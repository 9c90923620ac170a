extension LabelColor {
  /// The colour nearest to one of a style sheet, `#RRGGBB`, `#RGB` or a common name; `nil` for what
  /// is no colour.
  init?(nearestTo color: String) {
    let digits = color.hasPrefix("#") ? String(color.dropFirst()) : Self.named[caseFolded(color)]
    guard let digits, let wanted = Self.components(digits) else { return nil }
    func distance(_ candidate: LabelColor) -> Int {
      let own = Self.components(candidate.digits) ?? [0, 0, 0]
      return zip(own, wanted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    guard let best = Self.allCases.min(by: { distance($0) < distance($1) }) else { return nil }
    self = best
  }

  /// Red, green and blue of six or three hexadecimal digits.
  private static func components(_ digits: String) -> [Int]? {
    let nibbles = digits.utf8.compactMap { byte -> Int? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
      case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte) - 55
      case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte) - 87
      default: nil
      }
    }
    guard nibbles.count == digits.utf8.count else { return nil }
    switch nibbles.count {
    case 3: return nibbles.map { $0 * 17 }
    case 6: return stride(from: 0, to: 6, by: 2).map { nibbles[$0] * 16 + nibbles[$0 + 1] }
    default: return nil
    }
  }

  /// How terminals commonly show it.
  private var digits: String {
    switch self {
    case .red: "CD0000"
    case .green: "00CD00"
    case .yellow: "CDCD00"
    case .blue: "0000EE"
    case .magenta: "CD00CD"
    case .cyan: "00CDCD"
    case .white: "E5E5E5"
    case .gray: "7F7F7F"
    case .brightRed: "FF5C5C"
    case .brightGreen: "5CFF5C"
    case .brightYellow: "FFFF5C"
    case .brightBlue: "5C5CFF"
    case .brightMagenta: "FF5CFF"
    case .brightCyan: "5CFFFF"
    }
  }

  /// The names that brat's sample configurations use, and the basic ones of style sheets.
  private static let named = [
    "black": "000000", "white": "FFFFFF", "gray": "808080", "grey": "808080", "silver": "C0C0C0",
    "red": "FF0000", "maroon": "800000", "yellow": "FFFF00", "olive": "808000", "lime": "00FF00",
    "green": "008000", "aqua": "00FFFF", "cyan": "00FFFF", "teal": "008080", "blue": "0000FF",
    "navy": "000080", "fuchsia": "FF00FF", "magenta": "FF00FF", "purple": "800080",
    "orange": "FFA500", "pink": "FFC0CB", "brown": "A52A2A", "gold": "FFD700",
    "lightgreen": "90EE90", "lightblue": "ADD8E6", "lightgray": "D3D3D3", "lightgrey": "D3D3D3",
    "lightyellow": "FFFFE0", "lightpink": "FFB6C1", "darkgreen": "006400", "darkblue": "00008B",
    "darkred": "8B0000", "violet": "EE82EE", "salmon": "FA8072", "khaki": "F0E68C",
  ]
}
