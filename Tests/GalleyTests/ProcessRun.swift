import Foundation
import TestSupport

/// A run of a program that was built with the tests, with what it wrote.
struct ProcessRun: Equatable {
  /// Its exit status.
  var status: Int32
  /// What it wrote to standard output.
  var output: String
  /// What it wrote to standard error.
  var errors: String

  /// States a run.
  init(status: Int32, output: String, errors: String) {
    (self.status, self.output, self.errors) = (status, output, errors)
  }

  /// Runs `program` in a folder, with nothing on standard input, and waits for its end.
  init(_ program: String, _ arguments: [String], in folder: WorkingFolder) throws {
    let process = Process()
    let output = Pipe()
    let errors = folder.url.appending(path: ".errors")
    try Data().write(to: errors)
    process.executableURL = URL(filePath: builtProduct(program))
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ["HOME": folder.url.path(), "LANG": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    // Two pipes could each wait for the other to be read.
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: bytes, as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    try FileManager.default.removeItem(at: errors)
  }
}
