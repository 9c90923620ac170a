import CEditline

/// Text as C's wide characters, at an address that stays the same.
final class WideText {
  let characters: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0.value != 0 }
    characters = .allocate(capacity: scalars.count + 1)
    for (place, scalar) in scalars.enumerated() {
      (characters + place).initialize(to: wchar_t(bitPattern: scalar.value))
    }
    (characters + scalars.count).initialize(to: 0)
  }

  deinit { characters.deallocate() }
}

/// `count` of C's wide characters as scalars; what is none becomes U+FFFD.
func scalars(_ characters: UnsafePointer<wchar_t>, count: Int) -> [Unicode.Scalar] {
  UnsafeBufferPointer(start: characters, count: max(0, count)).map {
    Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
