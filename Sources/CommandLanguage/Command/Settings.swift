package import Standoff

/// What `option` shows and changes.
package struct Settings: Sendable, Hashable {
  /// The settings there are.
  package enum Name: String, CaseIterable, Sendable {
    case aim
    case color
    case columns
    case format
    case pager
    case redraw

    /// The words it can be set to; `columns` takes a number as well.
    package var values: [String] {
      switch self {
      case .color: ["auto", "always", "never"]
      case .columns: ["auto"]
      case .format: ["text", "json"]
      case .aim, .pager, .redraw: ["on", "off"]
      }
    }
  }

  /// How output is written.
  package enum Format: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// One JSON object a line.
    case json
  }

  /// When output is coloured.
  package enum Color: String, Sendable, CaseIterable {
    /// On a terminal that can.
    case auto
    case always
    case never
  }

  /// Whether the prompt tells what a span that is being typed would hit.
  package var showsAim = true
  /// When output is coloured.
  package var color = Color.auto
  /// The width of pages and lines; `nil` is the terminal's.
  package var columns: Int?
  /// How output is written.
  package var format = Format.text
  /// Whether long output is paged on a terminal.
  package var usesPager = true
  /// Whether the sentences that an act touched are shown below its echo.
  package var redraws = true

  /// Creates the settings a shell starts with.
  package init() {}

  /// A setting's value as it is typed.
  package func value(of name: Name) -> String {
    switch name {
    case .aim: showsAim ? "on" : "off"
    case .color: color.rawValue
    case .columns: columns.map(String.init) ?? "auto"
    case .format: format.rawValue
    case .pager: usesPager ? "on" : "off"
    case .redraw: redraws ? "on" : "off"
    }
  }

  /// Changes a setting.
  ///
  /// - Throws: `unknown-value` with the values there are.
  package mutating func set(_ name: Name, to value: Word) throws(DiagnosticError) {
    let word = value.text.lowercased()
    switch name {
    case .columns:
      if word == "auto" {
        columns = nil
        return
      }
      if let number = Int(word), (20...1000).contains(number) {
        columns = number
        return
      }
    case .color:
      if let color = Color(rawValue: word) {
        self.color = color
        return
      }
    case .format:
      if let format = Format(rawValue: word) {
        self.format = format
        return
      }
    case .aim:
      if name.values.contains(word) {
        showsAim = word == "on"
        return
      }
    case .pager:
      if name.values.contains(word) {
        usesPager = word == "on"
        return
      }
    case .redraw:
      if name.values.contains(word) {
        redraws = word == "on"
        return
      }
    }
    let values =
      name == .columns ? "`auto` or a number from 20 to 1000" : name.values.joined(separator: ", ")
    throw DiagnosticError(
      .unknownValue, "`\(name.rawValue)` cannot be `\(value.text)`", at: value.place,
      notes: ["values: " + values], fix: nearest(to: word, among: name.values))
  }
}

extension DiagnosticName {
  /// A setting that there is not.
  package static let unknownOption = DiagnosticName("unknown-option")
}
