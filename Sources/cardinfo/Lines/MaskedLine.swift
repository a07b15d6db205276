import CardState
import Renewal
import Words

extension Line {
  /// The line without identifiers: beginnings of ICCIDs stay, and numbers in what people write are
  /// masked.
  var masked: Line {
    let masked = { (text: String) in Masking.numbers(in: text) }
    var line = self
    line.name = masked(name)
    line.iccid = iccid.map { Masking.identifier($0, keeping: 6) }
    line.formerCards = formerCards.map { card in
      FormerCard(iccid: Masking.identifier(card.iccid, keeping: 6), until: card.until)
    }
    line.numbers = numbers.map(masked)
    line.carrier = carrier.map(masked)
    line.rule = rule.map(masked)
    line.owner = owner.map(masked)
    line.group = group.map(masked)
    line.tags = tags.map(masked)
    line.note = note.map(masked)
    line.paymentMethod = paymentMethod.map(masked)
    line.importedCells = nil
    return line
  }

  /// What a shell's command may call `line`, of which this is masked: what is not masked at the beginning of
  /// its name.
  func reference(of line: Line) -> String {
    guard name != line.name else { return ShellWord.quoted(name) }
    let shown = zip(name, line.name).prefix { $0 == $1 }.map(\.0)
    let end = shown.lastIndex { $0.isLetter || $0.isNumber }
    return end.map { ShellWord.quoted(String(shown[...$0])) } ?? "LINE"
  }
}
