/// In which order a text writes the numbers of a date. Nobody can tell 03/04/2026 without it.
public enum DateOrder: String, Vocabulary {
  /// 31/12/2026, as in Europe.
  case dayMonthYear
  /// 12/31/2026, as in the United States.
  case monthDayYear
  /// 26/12/31, as in China and Japan. Years of four digits in front need no order.
  case yearMonthDay
}
