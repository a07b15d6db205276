import CardState
import Renewal

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
}
