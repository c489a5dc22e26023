import ConcordModel
import ConcordStore
import Glibc

/// A copy of a store in a directory that nobody else may look into, for keys whose changes are not to
/// stay.
package struct PrivateCopy {
  private let directory: ScratchDirectory

  /// Copies a store.
  /// - Parameters:
  ///   - marks: how far each journal is copied; nil copies all of each.
  ///   - writer: under which writer's name its changes go; nil for one of its own.
  package init(
    of store: String, upTo marks: [JournalMark]? = nil, writer: String? = nil
  ) throws(CommandLineFailure) {
    do {
      directory = try ScratchDirectory("copy")
    } catch {
      throw CommandLineFailure(error)
    }
    let line = ProgressLine()
    defer { line.end() }
    do {
      guard mkdir(directory.path + "/store", 0o700) == 0 else {
        throw StoreError.disk(.makeDirectory, path: directory.path, code: errno)
      }
      try StoreCopy.make(of: store, at: directory.path + "/store", upTo: marks, writer: writer) {
        line.show($0)
      }
    } catch let error as StoreError {
      directory.remove()
      throw CommandLineFailure(error)
    } catch {
      directory.remove()
      throw CommandLineFailure(.failed, "\(error)")
    }
  }

  /// One that another process has made.
  package init(existing path: String) { directory = ScratchDirectory(existing: path) }

  /// The directory that the copy is in, with room for more.
  package var path: String { directory.path }

  /// Where the copy is.
  package var store: String { directory.path + "/store" }

  /// Opens it.
  package func session(_ settings: Settings) throws(CommandLineFailure) -> Session {
    do {
      return try Session(settings)
    } catch {
      throw CommandLineFailure(.failed, error.sentence)
    }
  }

  /// Takes it away.
  package func remove() { directory.remove() }
}
