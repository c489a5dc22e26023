import Glibc

/// Tells when a file of settings may have changed: a descriptor for a poll loop.
///
/// Folders are watched, since editors put a new file in the old one's place: its own, that of the
/// file behind a link, or, where the folder is not there yet, the nearest one above that is.
package final class UserSettingsWatch {
  /// Readable when something has happened.
  package let descriptor: Int32
  private let file: UserSettingsFile
  private var watched: [Int32: String] = [:]

  /// A watch; nil where the system has none to give.
  package init?(_ file: UserSettingsFile) {
    self.file = file
    descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    watchFolders()
  }

  deinit { _ = close(descriptor) }

  /// Takes all that has been told so far, and looks where to watch from now on.
  package func drain() {
    withUnsafeTemporaryAllocation(byteCount: 16384, alignment: 8) { buffer in
      while Glibc.read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
    watchFolders()
  }

  private func watchFolders() {
    var wanted: [Int32: String] = [:]
    var folder = file.folder
    while true {
      if let number = watch(folder, isOwn: folder == file.folder) {
        wanted[number] = folder
        break
      }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    if let real = realpath(file.path, nil) {
      defer { free(real) }
      let path = String(cString: real)
      if let slash = path.lastIndex(of: "/"),
        let number = watch(String(path[..<slash]), isOwn: true)
      {
        wanted[number] = String(path[..<slash])
      }
    }
    for number in watched.keys where wanted[number] == nil {
      inotify_rm_watch(descriptor, number)
    }
    watched = wanted
  }

  /// - Parameter isOwn: whether the file stands in it; of a folder above only what is made in it
  /// matters.
  private func watch(_ folder: String, isOwn: Bool) -> Int32? {
    let making = IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
    let mask =
      isOwn ? making | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB : making
    let number = inotify_add_watch(descriptor, folder.isEmpty ? "/" : folder, UInt32(mask))
    return number >= 0 ? number : nil
  }
}
