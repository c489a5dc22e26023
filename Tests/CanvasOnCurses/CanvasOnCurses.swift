import ConcordCanvas
import ConcordTerminal
import Glibc

/// Draws lines of a file on the terminal, page after page, and writes beside it what each page ought
/// to look like: `canvas-on-curses FILE DIRECTORY`.
///
/// Every page comes twice. The second time only its markers are others: curses goes to their places
/// by itself, so where a terminal or curses counts other columns than the canvas, a marker falls
/// beside the one that it was to replace. A key asks for the next picture. Beside a page in which signs
/// stand in for those that the C library counts otherwise stands the file NAME-canvas, with the signs
/// themselves.
@main
struct CanvasOnCurses {
  private let lines: [String]
  private let directory: String
  private let terminal: Terminal
  private var poller: Poller

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let bytes = read(arguments[1]) else {
      print("usage: canvas-on-curses FILE DIRECTORY")
      exit(64)
    }
    // Bytes that are no UTF-8 become U+FFFD, as in an import.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
      .map { String(decoding: $0, as: UTF8.self) }
    let terminal = try Terminal.start(Terminal.Options(usesMouse: false))
    let drawing = CanvasOnCurses(
      lines: lines, directory: arguments[2], terminal: terminal,
      poller: Poller(input: terminal.inputDescriptor, signals: terminal.signalDescriptor))
    let ended = drawing.run()
    terminal.stop()
    print(ended ? "drawn" : "interrupted")
  }

  /// Whether all pages were seen.
  private func run() -> Bool {
    let rows = terminal.size.height - 1
    for (number, start) in stride(from: 0, to: lines.count, by: rows).enumerated() {
      let page = Array(lines[start..<min(start + rows, lines.count)])
      for (turn, marker) in ["|", "#"].enumerated() {
        show(page, marker: marker, name: "page-\(number)-\(turn)")
        guard waitForKey() else { return false }
      }
    }
    return true
  }

  private func show(_ page: [String], marker: String, name: String) {
    var canvas = Canvas(size: terminal.size, glyphs: terminal.glyphs)
    let (width, height) = (canvas.width, canvas.height)
    for (y, line) in page.enumerated() {
      // One marker right behind the name, one at the end of the row.
      let used = canvas.put(line, x: 0, y: y, maxWidth: width - 4)
      canvas.put(marker, x: used, y: y)
      canvas.put(marker, x: width - 2, y: y)
    }
    canvas.put(name, x: 0, y: height - 1)
    let lines = canvas.textLines()
    let shown =
      terminal.glyphs.isASCII ? lines : (0..<height).map { RowWriter.shown(canvas.row($0)) }
    Self.write(shown, to: directory + "/" + name)
    if shown != lines { Self.write(lines, to: directory + "/" + name + "-canvas") }
    terminal.present(canvas)
  }

  private func waitForKey() -> Bool {
    while true {
      for event in poller.wait() {
        switch event {
        case .input: return terminal.read()?.isEmpty == false
        case .signal(.resize): continue
        default: return false
        }
      }
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ lines: [String], to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    fwrite(bytes, 1, bytes.count, file)
  }
}
