/// Lives that the program does not yet judge as it should, each with what is wrong. A life that comes
/// right fails until it is struck off.
enum KnownFault {
  static let all: [String: String] = [
    "Its card says that it was refused":
      "what contradicts is first and has no last day; the clock's day is behind it",
    "No line at all":
      "a test profile that was seen is judged like a line of its rule",
    "The terms changed on a day":
      "a term keeps the terms it began under, although the stricter reading ends it earlier",
    "A carrier that does what it says":
      "a line that was lost is listed for a month",
    "Two numbers, one name, no ICCID":
      "rows of one name are refused, since names are unique",
    "A rule that is none":
      "one bad row refuses the whole file",
    "What is missing is said, with the way to say it":
      "a term without a start shows no day for what else ends",
    "What lies ahead has not happened":
      "eight days before the last one is a warning",
    "Attempts that nobody heard of":
      "eight days before the last one is a warning",
    "Two renewals that can't have been paid":
      "the question whether it renewed hides the day of the next fee",
    "A plan that its owner pays by hand":
      "a recorded renewal does not show that the line is in use",
    "A Chinese number kept for 8 yuan a month":
      "the question whether it renewed hides the day of the next fee",
    "Declined, with the date of the credit beside it":
      "the declined payment is first and has no last day",
    "Declined, outside of a renewal":
      "the declined payment is first and has no last day",
    "Third of April or fourth of March":
      "a date that is not clear ends with 0 where no renewal is under way",
    "Two lines, and a balance that is low":
      "a colon at the end of a line parts the balance from its amount",
    "In Chinese":
      "the carrier's own date does not win over the rule's stricter second reading",
    "In Chinese, failed":
      "the declined payment is first and has no last day",
    "In Thai, Indonesian, Turkish, Russian and Ukrainian":
      "the number's own date is not read in all of them",
    "Put to sleep by its owner":
      "the end of a suspension does not show that the line is in use",
    "Asleep without an end":
      "the end of a suspension does not show that the line is in use",
    "The later of two dates":
      "a term that the person noted gives way to the rule's longer tier",
    "Twelve eSIMs, and what to do this week":
      "all lines are in the order that was asked of those that are due",
  ]
}
