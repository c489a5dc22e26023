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
      let order = Order(table.schema)
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
    append(id, row, table, Order(table.schema), workspace, &json)
    return String(json.text.dropLast())
  }

  private static let flushAt = 64 * 1024

  /// The stored fields of a kind in byte order, and how many of them stand before `id`.
  private struct Order {
    let fields: [(slot: Int, name: String, type: FieldType)]
    let beforeID: Int

    init(_ schema: Schema) {
      fields = schema.canonicalOrder.map {
        let field = schema.field(slot: $0)
        return ($0, field.name, field.type)
      }
      beforeID = fields.count { $0.name.utf8.lexicographicallyPrecedes("id".utf8) }
    }
  }

  private static func append(
    _ id: RecordID, _ row: Int, _ table: Table, _ order: Order, _ workspace: Workspace,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    if table[row, Table.Slot.own] == Table.absent {
      for (place, field) in order.fields.enumerated() {
        if place == order.beforeID { append(id, &json) }
        let slot = table[row, field.slot]
        guard slot != Table.absent else { continue }
        if field.type.isSet, workspace.texts.elements(slot).isEmpty { continue }
        json.key(field.name)
        workspace.write(slot, as: field.type, to: &json)
      }
      if order.beforeID == order.fields.count { append(id, &json) }
    } else {
      var hasID = false
      for named in workspace.values(table.schema.kind, row: row) {
        if !hasID, !named.name.utf8.lexicographicallyPrecedes("id".utf8) {
          append(id, &json)
          hasID = true
        }
        json.key(named.name)
        Workspace.write(named.value, to: &json)
      }
      if !hasID { append(id, &json) }
    }
    json.endObject()
    json.newline()
  }

  private static func append(_ id: RecordID, _ json: inout JSONWriter) {
    json.key("id")
    json.string(id.text)
  }
}
