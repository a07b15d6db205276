// Reads a card into a snapshot; here a built-in one, with PCSC one in a reader.
import Card
import CardState
import Foundation
import VirtualCard

// snippet.show
guard let card = NamedCard.named("travel-euicc")?.make() else { fatalError("no such card") }
let reader = SnapshotReader(
  card,
  into: CardSnapshot(
    readAt: Date(), reader: .init(name: "built in", index: 0),
    atr: card.answerToReset.hex, protocol: card.transmissionProtocol.rawValue))
try reader.read()
print(reader.snapshot.iccid ?? "no ICCID", reader.snapshot.euiccs.first?.profiles?.count ?? 0)
