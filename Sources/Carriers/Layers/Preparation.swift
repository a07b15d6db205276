import Dispatch

extension CarrierBook {
  /// Begins to make ready what the first look-up for a card takes, while the card is waited for.
  public static func prepare() {
    DispatchQueue.global().async {
      _ = ShippedMatches.shipped
      // Whichever carrier is decoded first takes much longer than the next.
      _ = ShippedFile.carriers.first.map { ShippedReading(.carriers, onFlaw: { _ in })($0) }
    }
  }
}
