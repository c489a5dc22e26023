import ConcordJSON
import Crypto

/// The digest of a state: the same for everyone whose journals tell the same.
///
/// SHA-256 over one line of canonical JSON for each record that is there and not gone, in the byte
/// order of ids: `{"id":"P-…","name":…}` and a line feed. Keys stand in byte order, `id` among them;
/// absent fields are left out; texts have the fewest escapes (RFC 8785); numbers are whole; sets are
/// arrays in byte order. Stamps and derived figures are not part of it.
public enum StateDigest {
  /// The digest of a workspace in 64 hexadecimal digits.
  public static func of(_ workspace: Workspace) -> String {
    var hash = SHA256()
    var json = JSONWriter()
    json.bytes.reserveCapacity(flushAt + 4096)
    for table in workspace.tables {
      let order = Workspace.MemberOrder(table.schema)
      let rows = (0..<table.count).filter { table.isPresent($0) }
        .map { (id: table.id($0), row: $0) }.sorted { $0.id.bits < $1.id.bits }
      for (id, row) in rows {
        append(id, row, table, order, workspace, &json)
        if json.bytes.count > flushAt {
          hash.update(data: json.bytes)
          json.bytes.removeAll(keepingCapacity: true)
        }
      }
    }
    hash.update(data: json.bytes)
    let digits = Array("0123456789abcdef")
    return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The canonical line of a record, without its line feed.
  package static func line(_ id: RecordID, in workspace: Workspace) -> String? {
    guard let row = workspace.row(id) else { return nil }
    let table = workspace[id.kind]
    var json = JSONWriter()
    append(id, row, table, Workspace.MemberOrder(table.schema), workspace, &json)
    return String(json.text.dropLast())
  }

  private static let flushAt = 64 * 1024

  private static func append(
    _ id: RecordID, _ row: Int, _ table: Table, _ order: Workspace.MemberOrder,
    _ workspace: Workspace, _ json: inout JSONWriter
  ) {
    json.beginObject()
    workspace.writeMembers(table, row, order, id: id, to: &json)
    json.endObject()
    json.newline()
  }
}
