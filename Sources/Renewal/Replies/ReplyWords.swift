/// The words of carriers' texts that say what a date or an amount is about, in English and in
/// simplified and traditional Chinese.
enum ReplyWords {
  /// Before a date: something lasts until it.
  static let valid = [
    "expires", "expire", "expiry", "expiring", "expiration", "valid", "validity", "until", "till",
    "ends", "ending", "有效期", "有效", "到期", "到期日", "失效", "屆滿",
  ]
  /// Before a date: something else, such as a beginning or the day of the answer.
  static let begins = [
    "from", "since", "starting", "started", "as", "received", "截至", "自", "从", "從", "于", "於",
  ]
  /// After a date: something ends with it.
  static let endsAfter = ["到期", "失效", "前有效", "止", "屆滿"]
  /// Before an amount: it is what is left.
  static let balance = [
    "balance", "credit", "remaining", "余额", "餘額", "结余", "結餘", "剩余", "剩餘",
  ]
  /// After an amount: it is what is left.
  static let balanceAfter = ["balance", "credit", "left", "remaining"]
  /// Before an amount: it is something else.
  static let payment = [
    "charged", "paid", "topped", "topup", "recharged", "recharge", "cost", "costs", "fee", "used",
    "充值", "消费", "消費", "已用", "月费", "月費", "扣费", "扣費", "缴费", "欠费", "欠費", "套餐",
  ]
  /// English months by their first three letters.
  static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// The months in full, where that is not the short form.
  static let fullMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// Endings of ordinal numbers.
  static let ordinals = ["st", "nd", "rd", "th"]
}
