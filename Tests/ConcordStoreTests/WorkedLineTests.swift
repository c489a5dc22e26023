import ConcordModel
import ConcordStore
import Testing

/// The line that STORE.md works out by hand, byte for byte: journals of other versions stand on it.
@Suite struct WorkedLineTests {
  private static let text =
    #"{"v":1,"w":"3ZB1","n":41,"t":1795219351123,"by":"m.ruiz","as":"mruiz@gulf-02","#
    + #""cmd":"flag.mitigate","ops":[{"k":"set","r":"F-4KX9M2QT0ABC","f":"status","#
    + #""v":"treating","was":"open","of":["3ZB1",40],"s":"9f2c61d07be4a815"},{"k":"why","#
    + #""v":"oversight body named in the renewal","s":"04c1e9b85a7730f2"}],"#
    + #""p":"2ed666d858a3effa2a9c5bcc3eb78ef870b10eba916c7ff30aad11d5fd5a7ead","#
    + #""h":"20bf21d43a039dee20b25fb6a2676e19ec3702119c2fe1200227d63aa2426381"}"#

  private static let operations: [Operation] = [
    .set(
      RecordID("F-4KX9M2QT0ABC") ?? RecordID(.flag, bits: 0),
      FieldChange("status", .text("treating"), was: .text("open"), of: LineID("3ZB1", 40))),
    .why("oversight body named in the renewal"),
  ]

  @Test func firstHashComesFromTheStoreID() {
    let identity = StoreIdentity(id: "7Q2M4T9K1XBC", office: Office(name: "", zone: ""))
    #expect(
      identity.firstHash.text
        == "2ed666d858a3effa2a9c5bcc3eb78ef870b10eba916c7ff30aad11d5fd5a7ead")
  }

  @Test func operationsHaveTheirDigests() {
    let texts = [
      #"{"k":"set","r":"F-4KX9M2QT0ABC","f":"status","v":"treating","was":"open","#
        + #""of":["3ZB1",40],"s":"9f2c61d07be4a815"}"#,
      #"{"k":"why","v":"oversight body named in the renewal","s":"04c1e9b85a7730f2"}"#,
    ]
    #expect(
      texts.map { LineHash(of: Array($0.utf8)).text } == [
        "25dd9525a2836ece7e165f52aa6aaf36ef0ec2a5f64c61389bd4e6c0373b723b",
        "23e8dfa42d298bbbbbe17b27e8a1eb039716b48e9b2a299a14b31f6c149c195c",
      ])
  }

  @Test func isWrittenByteForByte() throws {
    let identity = StoreIdentity(id: "7Q2M4T9K1XBC", office: Office(name: "", zone: ""))
    let header = LineHeader(
      line: LineID("3ZB1", 41), time: 1_795_219_351_123, author: "m.ruiz",
      account: "mruiz@gulf-02", command: "flag.mitigate")
    var salts: [UInt64] = [0x9f2c_61d0_7be4_a815, 0x04c1_e9b8_5a77_30f2]
    let group = try LineGroup(
      Self.operations, header: header, previous: identity.firstHash,
      salt: { salts.removeFirst() })
    #expect(String(decoding: group.bytes, as: UTF8.self) == Self.text + "\n")
  }

  @Test func isReadBack() throws {
    let bytes = Array(Self.text.utf8)
    let line = try JournalLine.read(bytes.span, 0..<bytes.count)
    #expect(line.operations == Self.operations)
    #expect(line.header.line == LineID("3ZB1", 41))
    #expect(
      line.hash.text == "20bf21d43a039dee20b25fb6a2676e19ec3702119c2fe1200227d63aa2426381")
  }

  @Test func redactedOperationStillVerifies() throws {
    let salted = #"{"k":"why","v":"oversight body named in the renewal","s":"04c1e9b85a7730f2"}"#
    let digest = "\"23e8dfa42d298bbbbbe17b27e8a1eb039716b48e9b2a299a14b31f6c149c195c\""
    let parts = Self.text.split(separator: salted, omittingEmptySubsequences: false)
    let bytes = Array((parts[0] + digest + parts[1]).utf8)
    let line = try JournalLine.read(bytes.span, 0..<bytes.count)
    #expect(line.operations == Array(Self.operations.prefix(1)))
  }
}
