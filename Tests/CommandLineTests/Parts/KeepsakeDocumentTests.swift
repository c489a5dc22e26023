import ConcordDashboard
import ConcordModel
import Testing

@testable import ConcordApp

/// What a dashboard keeps, as it stands in its file.
struct KeepsakeDocumentTests {
  private func read(_ text: String) -> Keepsake? {
    KeepsakeDocument(Array(text.utf8))?.keepsake
  }

  @Test("how far its user had seen comes back as it was written")
  func roundTrip() throws {
    var keepsake = Keepsake()
    keepsake.looked = LastLook(
      at: Instant(milliseconds: 1_795_219_351_123), lines: ["9K2M": 41, "3ZB1": 7])
    let bytes = KeepsakeDocument(keepsake).bytes
    #expect(KeepsakeDocument(bytes)?.keepsake == keepsake)
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        #""looked":{"at":"2026-11-21T00:02:31.123Z","lines":{"3ZB1":7,"9K2M":41}}"#))
  }

  @Test("a file without it, or with what nobody wrote there, is of one who never looked")
  func never() {
    #expect(KeepsakeDocument(KeepsakeDocument(Keepsake()).bytes)?.keepsake == Keepsake())
    for looked in ["\"yes\"", "{\"at\":\"noon\",\"lines\":{}}", "{\"at\":\"2026-11-21\"}"] {
      let text = "{\"layouts\":{},\"looked\":\(looked),\"version\":1,\"views\":[]}"
      #expect(read(text) != nil && read(text)?.looked == nil, "\(looked)")
    }
  }
}
