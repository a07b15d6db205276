// Sends one command to a built-in card.
import Card
import VirtualCard

// snippet.show
guard let card = NamedCard.named("china-mobile")?.make() else { fatalError("no such card") }
let session = CardSession(over: card)
let answer = try session.send(CommandAPDU(0x00, 0xB0, 0x82, 0, expected: .exactly(10)))
print(SwappedNibbles.digits(answer.data))  // 898600B5112233445566
print(card.exchangeCount, card.changes.count, card.pinTriesUsed)  // 1 0 0
