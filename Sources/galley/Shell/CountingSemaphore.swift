import Glibc

/// A number that threads wait for and raise.
final class CountingSemaphore: @unchecked Sendable {
  // The system wants it to stay where it is; only its own calls, which are safe for threads, touch it.
  private let semaphore: UnsafeMutablePointer<sem_t>

  /// Creates one that so many waits pass at once.
  init(_ count: Int) {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, UInt32(clamping: count))
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Lets one wait pass.
  func raise() { sem_post(semaphore) }

  /// Waits until it can pass.
  func wait() {
    while sem_wait(semaphore) != 0, errno == EINTR {}
  }

  /// Waits until it can pass, a signal comes, or a tenth of a second is over.
  func waitBriefly() {
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    end.tv_nsec += 100_000_000
    if end.tv_nsec >= 1_000_000_000 {
      end.tv_sec += 1
      end.tv_nsec -= 1_000_000_000
    }
    sem_timedwait(semaphore, &end)
  }
}
