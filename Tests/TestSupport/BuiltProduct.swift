import Glibc

/// The path of an executable that was built together with the tests that are running.
///
/// SwiftPM puts executables and test bundles into one folder; the bundle is named by the option
/// `--test-bundle-path` where a runner loads it, and is the running program itself elsewhere.
public func builtProduct(_ name: String) -> String {
  let arguments = CommandLine.arguments
  var bundle = arguments[0]
  if let option = arguments.firstIndex(of: "--test-bundle-path"), option + 1 < arguments.count {
    bundle = arguments[option + 1]
  }
  if let resolved = realpath(bundle, nil) {
    bundle = String(cString: resolved)
    free(resolved)
  }
  guard let slash = bundle.lastIndex(of: "/") else { return name }
  return bundle[...slash] + name
}
