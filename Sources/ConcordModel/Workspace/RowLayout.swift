/// Where each slot of a kind's rows stands: eight bytes for ids, texts and moments, four for choices
/// and days, one for small numbers. The widest come first, and the id before all.
package struct RowLayout: Sendable {
  /// A slot's place in its row.
  package struct Place: Sendable {
    package let offset: UInt16
    /// 8, 4 or 1 bytes.
    package let width: UInt8
  }

  /// The bytes of a row.
  package let stride: Int
  /// The places by slot.
  package let places: [Place]
  /// A row whose slots are all empty.
  package let emptyRow: [UInt8]

  /// The layout of a kind's rows.
  package init(_ schema: Schema) {
    // Id, stamp, line and own fields are wide; whether it is gone is not.
    let widths: [UInt8] =
      [8, 8, 8, 8, 1] + schema.stored.map { Self.width(of: $0.type) }
    var places = Array(repeating: Place(offset: 0, width: 1), count: widths.count)
    var offset = 0
    for width: UInt8 in [8, 4, 1] {
      for slot in widths.indices where widths[slot] == width {
        places[slot] = Place(offset: UInt16(offset), width: width)
        offset += Int(width)
      }
    }
    self.places = places
    stride = (offset + 3) / 4 * 4
    emptyRow = [UInt8](unsafeUninitializedCapacity: stride) { [stride] buffer, count in
      let row = UnsafeMutableRawBufferPointer(buffer)
      row.initializeMemory(as: UInt8.self, repeating: 0)
      for place in places { Self.write(Table.absent, row, 0, place) }
      count = stride
    }
  }

  /// The bytes that values of a type need.
  private static func width(of type: FieldType) -> UInt8 {
    switch type {
    case .integer(let range, _):
      range.lowerBound > Int(Int8.min) && range.upperBound <= Int(Int8.max)
        ? 1 : range.lowerBound > Int(Int32.min) && range.upperBound <= Int(Int32.max) ? 4 : 8
    case .truth: 1
    case .choice, .day: 4
    default: 8
    }
  }

  /// Whether a number fits into a field of this type: a newer version may have written greater ones.
  package static func fits(_ number: Int64, _ type: FieldType) -> Bool {
    switch width(of: type) {
    case 1: number > Int64(Int8.min) && number <= Int64(Int8.max)
    case 4: number > Int64(Int32.min) && number <= Int64(Int32.max)
    default: number != Table.absent
    }
  }

  /// The value of a slot of the row at `start`.
  @inlinable @inline(__always)
  package static func read(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ place: Place
  ) -> Int64 {
    let offset = start + Int(place.offset)
    switch place.width {
    case 8:
      return bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self)
    case 4:
      let value = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
      return value == .min ? Table.absent : Int64(value)
    default:
      let value = bytes.loadUnaligned(fromByteOffset: offset, as: Int8.self)
      return value == .min ? Table.absent : Int64(value)
    }
  }

  /// Puts a value that fits into a slot of the row at `start`.
  @inlinable @inline(__always)
  package static func write(
    _ value: Int64, _ bytes: UnsafeMutableRawBufferPointer, _ start: Int, _ place: Place
  ) {
    let offset = start + Int(place.offset)
    switch place.width {
    case 8:
      bytes.storeBytes(of: value, toByteOffset: offset, as: Int64.self)
    case 4:
      let short = value == Table.absent ? .min : Int32(truncatingIfNeeded: value)
      bytes.storeBytes(of: short, toByteOffset: offset, as: Int32.self)
    default:
      let short = value == Table.absent ? .min : Int8(truncatingIfNeeded: value)
      bytes.storeBytes(of: short, toByteOffset: offset, as: Int8.self)
    }
  }
}
