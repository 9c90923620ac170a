// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that whoever uses or builds galley never builds what measures it.
let galley = Context.packageDirectory.split(separator: "/").dropLast(2).last.map(String.init) ?? ""

let package = Package(
  name: "benchmarks",
  dependencies: [.package(path: "../..")],
  targets: [
    // The limits are to be what the machine can do, so they may use all of its instructions.
    .target(name: "CLimits", cSettings: [.unsafeFlags(["-O3", "-march=native"])]),
    .executableTarget(
      name: "bench", dependencies: ["CLimits", .product(name: "Standoff", package: galley)]),
  ],
  swiftLanguageModes: [.v6]
)
