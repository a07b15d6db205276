import CardState
import FoundationEssentials
import GRDB
import Renewal

/// Which lines a person means: by name, number, card, or by what a profile is called.
struct LineSearch {
  let database: Database
  let reference: String
  /// How many to look for at most.
  let limit: Int

  /// Those that fit exactly; where none does, those whose name or card begins like that; and else
  /// those whose profile is called that.
  func rows() throws -> [LineRow] {
    for rows in [named, numbered, beginning, profiled] {
      let found = try rows()
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Lines called exactly that, or of exactly that card.
  func named() throws -> [LineRow] {
    let byName = try LineRow.fetchAll(
      database, sql: "SELECT key, json FROM line WHERE name = ? ORDER BY key",
      arguments: [LineRow.folded(reference)])
    if !byName.isEmpty { return byName }
    // The identifier of one line is the ICCID of all that are on its card.
    let onCard = try LineRow.find(database, onCard: reference)
    if !onCard.isEmpty { return onCard }
    if let byID = try LineRow.find(database, reference) { return [byID] }
    return try LineRow.find(database, formerlyOnCard: reference)
  }

  private func numbered() throws -> [LineRow] {
    try PhoneNumber(reference).map { try LineRow.find(database, number: $0) } ?? []
  }

  private func beginning() throws -> [LineRow] {
    guard !reference.isEmpty else { return [] }
    let name = LineRow.folded(reference)
    let iccid = ICCIDForms.plain(reference)
    return try LineRow.fetchAll(
      database,
      sql: """
        SELECT key, json FROM line
        WHERE name >= ?1 AND name < ?2 OR ?3 <> '' AND (iccid >= ?3 AND iccid < ?4 OR key IN (
          SELECT line FROM reference WHERE kind = 'card' AND value >= ?3 AND value < ?4))
        ORDER BY name, key LIMIT ?5
        """,
      arguments: [name, name + Self.last, iccid, iccid + Self.last, limit])
  }

  // As the last reads of cards have it: a profile may have been renamed, or deleted.
  private func profiled() throws -> [LineRow] {
    let wanted = LineRow.folded(reference)
    guard !wanted.isEmpty else { return [] }
    var seen: Set<String> = []
    var found: [LineRow] = []
    let reads = try SnapshotRow.fetchAll(
      database, sql: "SELECT key, json FROM snapshot ORDER BY readAt DESC, key DESC LIMIT ?",
      arguments: [Self.mostReads])
    for read in reads {
      for profile in try read.snapshot().euiccs.compactMap(\.profiles).joined() {
        guard let iccid = profile.iccid, seen.insert(iccid).inserted,
          profile.shownNames.contains(where: { LineRow.folded($0) == wanted })
        else { continue }
        found += try LineRow.find(database, onCard: iccid)
      }
    }
    return Array(found.prefix(limit))
  }

  private static let mostReads = 200
  /// Sorts behind everything that begins like the text before it.
  private static let last = "\u{10FFFF}"
}
