import ConcordModel
import Testing

@Suite struct StampTextTests {
  private func stamps(_ text: String) -> Int {
    var count = 0
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      StampText.read(bytes, FieldTable.standard[.partner], row: 0) { _, _ in count += 1 }
    }
    return count
  }

  @Test("A stamp that ends early or goes on is none")
  func knownLength() {
    #expect(stamps(#"[["name","",1,5,0,7],["city","",1,5,0,7,0,6]]"#) == 2)
    #expect(stamps(#"[["name",""] 1,5,0,7]]"#) == 0)
    #expect(stamps(#"[["name","",1,5,0] 7]]"#) == 0)
    #expect(stamps(#"[["name","",1,5,0,7,0,6,5]]"#) == 0)
    #expect(stamps(#"[[] "name","",1,5,0,7]]"#) == 0)
  }
}
