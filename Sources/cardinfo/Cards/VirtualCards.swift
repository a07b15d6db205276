import Card
import CardState
import VirtualCard

/// Reads built-in cards into `run`, in process.
func readVirtualCards(_ names: [String], _ run: ReadRun) throws {
  let cards = try names.map(NamedCard.find)
  for (index, card) in cards.enumerated() {
    run.read(.init(name: "virtual \(card.name)", index: index)) { read throws(ChannelError) in
      _ = try read(card.make())
    }
  }
}
