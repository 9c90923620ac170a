internal import CPCRE

/// A regular expression as PCRE2 compiled it, and the matching: the one file that knows PCRE2.
///
/// The compiled form is C's memory, made once, never changed, and freed with this object; so threads
/// can share it. The article's bytes are matched in place: C sees them only while a call lasts.
@safe final class PatternCode: Sendable {
  /// Why a text is no expression.
  struct Failure: Error {
    /// What PCRE2 says, as a part of a sentence.
    let message: String
    /// Where reading ended, in bytes of the expression.
    let offset: Int
  }

  private nonisolated(unsafe) let code: OpaquePointer
  /// The fewest code points of a match.
  private let shortest: Int64

  /// Compiles an expression.
  ///
  /// It is read as Perl's, in Unicode, with the ends of lines at LF, CR and CR LF. Before each of its
  /// parts C calls back, so that the work can be counted, see ``Matcher``.
  init(_ source: String, ignoresCase: Bool) throws(Failure) {
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_AUTO_CALLOUT
    // `\C` takes a byte, and would cut characters.
    options |= PCRE2_NEVER_BACKSLASH_C
    if ignoresCase { options |= PCRE2_CASELESS }
    var error: Int32 = 0
    var offset = 0
    let settings = unsafe pcre2_compile_context_create_8(nil)
    defer { unsafe pcre2_compile_context_free_8(settings) }
    unsafe pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_ANYCRLF))
    // A zero behind it, so that the empty expression has an address, too.
    let bytes = Array(source.utf8) + [0]
    let compiled = unsafe bytes.withUnsafeBufferPointer {
      unsafe pcre2_compile_8($0.baseAddress, $0.count - 1, options, &error, &offset, settings)
    }
    guard let compiled = unsafe compiled else {
      throw Failure(message: Self.message(of: error), offset: offset)
    }
    unsafe code = compiled
    // Where the system allows no code to be made while a program runs, PCRE2 interprets.
    unsafe pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    var length: UInt32 = 0
    unsafe pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_MINLENGTH), &length)
    shortest = Int64(length)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// What PCRE2 says of an error.
  private static func message(of error: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    unsafe text.withUnsafeMutableBufferPointer {
      _ = unsafe pcre2_get_error_message_8(error, $0.baseAddress, $0.count)
    }
    return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension PatternCode {
  /// Matches one expression in any number of texts, and keeps account of the work.
  ///
  /// The account is what C calls back for: each part of the expression that is tried is a step, and
  /// so are every eight bytes that the part before it went ahead. Neither the clock nor the machine
  /// has a say in it, so the same search ends in the same way everywhere.
  @safe final class Matcher {
    /// Why a search was given up, and the byte at which the match began that was being tried.
    enum Interruption: Error {
      /// After so many steps.
      case work(steps: Int64, at: Int)
      /// It would remember more than ``PatternCode/Matcher/memory``.
      case memory(at: Int)
      /// For another reason, which PCRE2 gives.
      case other(String, at: Int)
    }

    /// How many steps a search has beside those for the length of the text.
    static let steps: Int64 = 50_000_000
    /// How many steps a search has for each byte of a text.
    static let stepsOfByte: Int64 = 100
    /// How much a search may remember of what is still to be tried, in bytes.
    static let memory = 64 << 20

    private let pattern: PatternCode
    private let account: UnsafeMutablePointer<cp_account>
    private let settings: OpaquePointer
    private let stack: OpaquePointer?
    private let result: OpaquePointer
    private var stepsGiven = steps

    /// Prepares to match; `nil` where there is no memory for it.
    init?(_ pattern: PatternCode) {
      guard let settings = unsafe pcre2_match_context_create_8(nil) else { return nil }
      guard let result = unsafe pcre2_match_data_create_8(1, nil) else {
        unsafe pcre2_match_context_free_8(settings)
        return nil
      }
      self.pattern = pattern
      unsafe self.settings = settings
      unsafe self.result = result
      unsafe account = .allocate(capacity: 1)
      // To begin a match costs little even where it has to be long: that is found out in one go.
      unsafe account.initialize(
        to: cp_account(
          steps: Self.steps, steps_of_start: pattern.shortest >> 4, place: 0, start: 0))
      // Compiled code has a stack; where PCRE2 interprets, it takes memory as it needs it.
      unsafe stack = pcre2_jit_stack_create_8(1 << 15, Self.memory, nil)
      unsafe pcre2_jit_stack_assign_8(settings, nil, UnsafeMutableRawPointer(stack))
      unsafe pcre2_set_heap_limit_8(settings, UInt32(Self.memory >> 10))
      unsafe pcre2_set_match_limit_8(settings, .max)
      unsafe cp_keep_account(settings, account)
    }

    deinit {
      unsafe pcre2_match_data_free_8(result)
      unsafe pcre2_match_context_free_8(settings)
      unsafe pcre2_jit_stack_free_8(stack)
      unsafe account.deallocate()
    }

    /// The matches that are not empty in some bytes, of which alone the expression sees; at most
    /// `limit`, from left to right.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - window: begins and ends between two code points.
    func matches(
      in bytes: [UInt8], _ window: Range<Int>, upTo limit: Int
    ) throws(Interruption) -> [Range<Int>] {
      // Sums that no search can reach.
      stepsGiven &+= Int64(window.count) &* Self.stepsOfByte
      unsafe account.pointee.steps &+= Int64(window.count) &* Self.stepsOfByte
      return try unsafe bytes.withUnsafeBufferPointer { buffer throws(Interruption) in
        try unsafe matches(in: buffer, window, upTo: limit)
      }
    }

    private func matches(
      in bytes: UnsafeBufferPointer<UInt8>, _ window: Range<Int>, upTo limit: Int
    ) throws(Interruption) -> [Range<Int>] {
      guard !window.isEmpty,
        let text = unsafe bytes.baseAddress.map({ unsafe $0 + window.lowerBound })
      else { return [] }
      var found: [Range<Int>] = []
      var place = 0
      let options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY
      while found.count < limit {
        unsafe account.pointee.place = place
        unsafe account.pointee.start = place
        let outcome = unsafe pcre2_match_8(
          pattern.code, text, window.count, place, options, result, settings)
        guard outcome >= 0 else {
          if outcome == PCRE2_ERROR_NOMATCH { break }
          throw interruption(outcome, at: window.lowerBound)
        }
        guard let ends = unsafe pcre2_get_ovector_pointer_8(result) else { break }
        // `\K` can put a match's start behind its end in some versions.
        guard unsafe ends[0] < ends[1], unsafe ends[1] > place else { break }
        unsafe found.append(window.lowerBound + ends[0]..<window.lowerBound + ends[1])
        unsafe place = ends[1]
      }
      return found
    }

    private func interruption(_ outcome: Int32, at lower: Int) -> Interruption {
      let place = unsafe lower + account.pointee.start
      return switch outcome {
      case PCRE2_ERROR_CALLOUT: .work(steps: stepsGiven, at: place)
      case PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY:
        .memory(at: place)
      default: .other(PatternCode.message(of: outcome), at: place)
      }
    }
  }
}
