@main
struct EditlineProbe {
  static func main() { print("probe") }
}
