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

  /// Runs `program` in a folder and waits for its end.
  ///
  /// - Parameters:
  ///   - input: what it finds on standard input.
  ///   - environment: variables beside `HOME`, the folder, and `LANG`.
  init(
    _ program: String, _ arguments: [String], in folder: WorkingFolder, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      program, arguments, in: folder.path, input: input, environment: environment)
  }

  /// The same in a folder that is named.
  init(
    _ program: String, _ arguments: [String], in folder: String, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: builtProduct(program), arguments, in: folder, input: input,
      environment: environment)
  }

  /// Runs a line of the system's shell.
  init(
    shell line: String, in folder: WorkingFolder, environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: "/bin/sh", ["-c", line], in: folder.path, input: "", environment: environment)
  }

  private init(
    executable: String, _ arguments: [String], in folder: String, input: String,
    environment: [String: String]
  ) throws {
    let process = Process()
    let output = Pipe()
    // Beside the folder, which is to hold nothing but what the program leaves there.
    let aside = try WorkingFolder()
    let errors = aside.url.appending(path: "errors")
    try Data().write(to: errors)
    try aside.write(input, to: "input")
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["HOME": folder, "LANG": "C.UTF-8"]
      .merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: aside.url.appending(path: "input"))
    process.standardOutput = output
    // Two pipes could each wait for the other to be read.
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: bytes, as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }
}
