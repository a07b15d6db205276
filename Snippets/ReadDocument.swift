// Reads the JSON of `cardinfo --json` from standard input.
import CardState
import Foundation

// snippet.show
let json = FileHandle.standardInput.readDataToEndOfFile()
let document = try CardStateDocument(json: json)
for card in document.cards {
  print(card.kind.rawValue, card.iccid ?? "-", card.subscriber?.imsi ?? "-")
  for profile in card.euiccs.flatMap({ $0.profiles ?? [] }) {
    print(" ", profile.iccid ?? "-", profile.state?.rawValue ?? "-", profile.nickname ?? "")
  }
}
