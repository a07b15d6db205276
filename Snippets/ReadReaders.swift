// Lists the readers and asks the card in each for its master file.
import Card
import PCSC

// snippet.show
let context = try PCSCContext()
for state in try context.readerStates() where state.hasCard {
  let answer = try context.read(reader: state.name) { card throws(ChannelError) in
    try card.transmit([0x00, 0xA4, 0x00, 0x04, 0x02, 0x3F, 0x00])
  }
  print(state.name, answer.hex)
}
