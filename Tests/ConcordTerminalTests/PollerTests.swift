import ConcordTerminal
import Glibc
import Testing

@Suite("One poll wakes for everything")
struct PollerTests {
  @Test("Typed bytes, then the end of the terminal")
  func input() throws {
    let ends = try Pipe()
    let poller = Poller(input: ends.reading)
    #expect(poller.wait(milliseconds: 0).isEmpty)
    ends.send()
    #expect(poller.wait() == [.input])
    ends.closeWriting()
    #expect(poller.wait() == [.hangup])
  }

  @Test("A watched descriptor, until it is ignored")
  func watched() throws {
    let ends = try Pipe()
    var poller = Poller(input: -1)
    poller.watch(ends.reading)
    poller.watch(ends.reading)
    ends.send()
    #expect(poller.wait() == [.ready(ends.reading)])
    poller.ignore(ends.reading)
    #expect(poller.wait(milliseconds: 1).isEmpty)
  }

  @Test("A time limit is kept")
  func limit() {
    let clock = ContinuousClock()
    let took = clock.measure { #expect(Poller(input: -1).wait(milliseconds: 30).isEmpty) }
    #expect(took >= .milliseconds(29))
  }

  @Test("A wall timer fires once its second has come")
  func timer() throws {
    let timer = try #require(WallTimer())
    var poller = Poller(input: -1)
    poller.watch(timer.descriptor)
    #expect(poller.wait(milliseconds: 0).isEmpty)
    timer.set(second: Int64(time(nil)) - 1)
    #expect(poller.wait(milliseconds: 1000) == [.ready(timer.descriptor)])
    timer.clear()
    #expect(poller.wait(milliseconds: 0).isEmpty)
  }

  @Test(
    "Signals have numbers both ways",
    arguments: [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])
  func signals(number: Int32) {
    #expect(Signal(number: number)?.number == number)
    #expect(Signal(number: SIGUSR1) == nil)
  }
}

/// A pipe that closes itself.
private final class Pipe {
  let reading: Int32
  private var writing: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeWriting()
    close(reading)
  }

  func send() { _ = write(writing, "x", 1) }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
