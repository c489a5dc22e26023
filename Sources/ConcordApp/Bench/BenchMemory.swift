import Glibc

/// What the kernel counts as this process's memory.
enum BenchMemory {
  /// The most that was ever resident, in MB.
  static var peak: Double { megabytes("VmHWM:") }
  /// What is resident and belongs to no file, in MB.
  static var anonymous: Double { megabytes("RssAnon:") }

  private static func megabytes(_ name: String) -> Double {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix(name) else { continue }
      let digits = text.filter { ("0"..."9").contains($0) }
      return (Double(digits) ?? 0) * 1024 / 1_000_000
    }
    return 0
  }
}
