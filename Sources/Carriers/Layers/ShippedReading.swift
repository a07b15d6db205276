import Synchronization

/// One part of the shipped files, each read when it is first asked for and then kept.
final class ShippedReading: Sendable {
  private let part: CarrierFile.Part
  private let read = Mutex<[String: CarrierFile]>([:])

  /// Nothing read yet.
  init(_ part: CarrierFile.Part) { self.part = part }

  /// What stands in a file. A test has read every file strictly, so there is nothing to refuse.
  subscript(file: ShippedFile) -> CarrierFile {
    read.withLock { read in
      if let known = read[file.name] { return known }
      let content = (try? CarrierFile(file, part)) ?? .empty
      read[file.name] = content
      return content
    }
  }
}
