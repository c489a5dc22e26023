import ConcordJSON
import ConcordModel

/// What `concord.json` says: which store this is, and whose.
public struct StoreIdentity: Hashable, Sendable {
  /// The version of the store's format.
  public let format: Int
  /// Twelve Crockford characters: the first line of every journal continues them.
  public let id: String
  /// Whose it is.
  public let office: Office

  /// The format that this version writes.
  public static let currentFormat = 1
  package static let file = "concord.json"

  package init(format: Int = StoreIdentity.currentFormat, id: String, office: Office) {
    self.format = format
    self.id = id
    self.office = office
  }

  /// What the first line of each writer has as its `p`.
  package var firstHash: LineHash { LineHash(of: Array("concord store \(id)".utf8)) }

  package var bytes: [UInt8] {
    let value: JSONValue = [
      "format": .integer(Int64(format)), "store": .string(id), "office": .string(office.name),
      "zone": .string(office.zone),
    ]
    return Array((value.prettyText + "\n").utf8)
  }

  package static func read(on disk: some Disk) throws(StoreError) -> StoreIdentity {
    let path = disk.root + "/" + file
    let bytes = try disk.contents(of: file)
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    guard let format = value["format"]?.integer, format >= 1 else {
      throw .unreadable(path: path, reason: "\"format\" should be a number from 1")
    }
    guard let id = value["store"]?.string, id.utf8.count == 12,
      id.utf8.allSatisfy({ Crockford.value(of: $0) != nil })
    else {
      throw .unreadable(path: path, reason: "\"store\" should be twelve Crockford characters")
    }
    guard let name = value["office"]?.string, let zone = value["zone"]?.string else {
      throw .unreadable(path: path, reason: "\"office\" and \"zone\" should be texts")
    }
    return StoreIdentity(
      format: Int(clamping: format), id: id, office: Office(name: name, zone: zone))
  }
}
