// swift-tools-version: 6.2

import PackageDescription

/// CI sets `GALLEY_STRICT` so that a warning of ours fails the build; the
/// packages we depend on are not held to it.
let strict = Context.environment["GALLEY_STRICT"] != nil
/// Only whoever builds the documentation resolves the DocC plugin.
let documentation = Context.environment["GALLEY_DOCC"] != nil
/// Only `.ci/fuzz` builds what feeds the readers with random inputs.
let fuzzing = Context.environment["GALLEY_FUZZ"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  + (strict ? [.treatAllWarnings(as: .error)] : [])

/// For the modules that keep clear of C but in a few files: every use of unsafe memory has to say
/// `unsafe`.
let safe: [SwiftSetting] = settings + [.strictMemorySafety()]

let package = Package(
  name: "galley",
  products: [
    .library(name: "Standoff", targets: ["Adjudication", "Standoff"]),
    .executable(name: "galley", targets: ["galley"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ]
    + (documentation
      ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")] : []),
  targets: [
    .systemLibrary(
      name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "Editline", dependencies: ["CEditline"], swiftSettings: settings),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CPCRE", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "Standoff", dependencies: ["CLinux", "CPCRE", "CYAML"], swiftSettings: safe),
    .target(name: "Adjudication", dependencies: ["Standoff"], swiftSettings: safe),
    .target(
      name: "CommandLanguage", dependencies: ["Adjudication", "Standoff"], swiftSettings: safe),
    .executableTarget(
      name: "galley",
      dependencies: [
        "Adjudication", "CommandLanguage", "Editline", "Standoff",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "StandoffTests", dependencies: ["Standoff", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AdjudicationTests", dependencies: ["Adjudication", "Standoff", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLanguageTests",
      dependencies: ["Adjudication", "CommandLanguage", "Standoff", "TestSupport"],
      swiftSettings: settings),
    .executableTarget(
      name: "EditlineProbe", dependencies: ["Editline"], path: "Tests/EditlineProbe",
      swiftSettings: settings),
    .testTarget(
      name: "EditlineTests", dependencies: ["Editline", "EditlineProbe", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "GalleyTests",
      dependencies: [
        "CommandLanguage", "Editline", "galley", "Standoff", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ]
    + (fuzzing
      ? [
        .executableTarget(
          name: "fuzzer", dependencies: ["CommandLanguage", "Standoff"], path: ".ci/fuzzing",
          swiftSettings: safe + [.unsafeFlags(["-parse-as-library"])])
      ] : []),
  swiftLanguageModes: [.v6]
)
