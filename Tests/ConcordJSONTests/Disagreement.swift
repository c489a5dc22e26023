/// Two readers say different things of one document.
struct Disagreement: Error, CustomStringConvertible {
  let sentence: String
  let bytes: [UInt8]

  init(_ sentence: String, _ bytes: [UInt8]) {
    self.sentence = sentence
    self.bytes = bytes
  }

  var description: String {
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    return "\(sentence): \(text)" + (bytes.count > 100 ? "" : " \(bytes)")
  }
}
