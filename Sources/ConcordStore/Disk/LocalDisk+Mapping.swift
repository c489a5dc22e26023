import ConcordModel
import Glibc

extension LocalDisk {
  /// The file's bytes, mapped: they are the system's, and cost no memory of this process.
  package func held(_ path: String) throws(StoreError) -> HeldBytes {
    let file = try open(path, .read)
    defer { close(file) }
    let size = Int(try status(of: file).size)
    guard size > 0 else { return HeldBytes(copying: []) }
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file.number, 0),
      address != MAP_FAILED
    else { return HeldBytes(copying: try read(file, at: 0, count: size)) }
    let bytes = UnsafeRawBufferPointer(start: address, count: size).bindMemory(to: UInt8.self)
    return HeldBytes(bytes) { munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count) }
  }
}
