/// How much of a read is shown to people.
struct ReadDetail {
  /// Codes, digits of networks, how networks received the card, and the cost of the read, too.
  var isVerbose = false
  /// Every file that was asked for, too.
  var isFull = false
  /// How networks received the card, whose names are known.
  var hasContacts = false
  /// Whether lines that are not tracked are offered, and what waits is recalled.
  var hasOffers = true
}
