import FoundationEssentials
import Renewal

/// The rules that come with the program, and a person's own in `rules/` of the configuration.
enum RuleFiles {
  /// All rules. A person's own takes the place of one with the same name. What is wrong with a file
  /// is said on standard error, and its rules are left out.
  static let book: RuleBook = {
    var book = RuleBook()
    do throws(DataFileError) {
      book = try RuleBook.shipped()
    } catch {
      Problem.note(error.problem)
    }
    for name in names {
      do throws(DataFileError) {
        let text = (try? Data(contentsOf: URL(filePath: "\(directory)/\(name)"))) ?? Data()
        book.add(try RuleFile(reading: Array(text), name: name).rules)
      } catch {
        Problem.note(error.problem)
      }
    }
    return book
  }()

  private static var directory: String { "\(XDG.config)/rules" }

  private static var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
      .filter { $0.hasSuffix(".json") }.sorted()
  }
}
