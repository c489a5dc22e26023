import ConcordModel

/// The part of a web address that stands for a body: the host in small letters without `www.`.
///
/// A path stays where there is one, as several bodies share a host (`in.gov/dhs`); pages that only
/// greet (`/`, `/home`, `/index.html`, `/default.aspx`) are none.
struct WebAddress: Equatable, Sendable {
  let text: String
  /// Whether it was written as the address of a page (`http://`, `www.`), not as a domain: the page
  /// of a body may be another's, such as that of its association.
  let isPage: Bool

  /// `nil` where the text is no host.
  init?(_ source: String) {
    if Self.isPlainHost(source) {
      (text, isPage) = (source, false)
      return
    }
    var rest = Text.trimmed(source)[...]
    isPage = rest.contains("://") || rest.lowercased().hasPrefix("www.") || rest.contains("/")
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    var host = rest[..<slash].lowercased()
    if let port = host.firstIndex(of: ":") { host = String(host[..<port]) }
    while host.hasSuffix(".") { host.removeLast() }
    if host.hasPrefix("www."), host.dropFirst(4).contains(".") { host.removeFirst(4) }
    guard host.contains("."), host.utf8.count <= 253,
      host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isLabel)
    else { return nil }
    var path = rest[slash...]
    while path.hasSuffix("/") { path = path.dropLast() }
    text = Self.greetings.contains(path.lowercased()) ? host : host + path
  }

  /// Whether a text is a host already, as registers of domains write it.
  private static func isPlainHost(_ source: String) -> Bool {
    var dots = 0
    var before: UInt8 = 0x2E
    for byte in source.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2D: break
      case 0x2E where before != 0x2E: dots += 1
      default: return false
      }
      before = byte
    }
    return dots > 0 && before != 0x2E && source.utf8.count <= 63 && !source.hasPrefix("www.")
  }

  private static let greetings: Set<String> = [
    "", "/home", "/home.html", "/home.aspx", "/index.html", "/index.htm", "/index.php",
    "/index.aspx", "/default.aspx", "/pages/default.aspx",
  ]

  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63
      && label.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || $0.value >= 0x80 || ("0"..."9").contains($0)
          || ("a"..."z").contains($0)
      }
  }
}
