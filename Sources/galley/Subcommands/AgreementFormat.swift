import ArgumentParser

/// How agreement is printed.
enum AgreementFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}
