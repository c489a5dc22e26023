/// Where what is in the way, or damaged, is set aside: nothing is thrown away.
enum Quarantine {
  static let directory = "local/quarantine"

  /// A free place for a file of this name; the directory is made where there is none.
  static func place(_ name: String, on disk: some Disk) throws(StoreError) -> String {
    try disk.ensureDirectory("local")
    try disk.ensureDirectory(directory)
    let base = directory + "/" + name
    var place = base
    var attempt = 1
    while try disk.status(place) != nil {
      attempt += 1
      place = "\(base)-\(attempt)"
    }
    return place
  }
}
