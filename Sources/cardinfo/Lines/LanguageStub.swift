import Words
extension Words { var text: String { description } }
