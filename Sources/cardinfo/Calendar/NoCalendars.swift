import Words

/// Why no calendar can be written.
struct NoCalendars: Explained {
  /// What the system or libical says; nil where it took something for what no calendar has.
  let reason: String?

  var problem: Problem {
    let what = Words("libical, which writes calendars, can't be used")
    return Problem(
      .noCalendars, reason.map { Words("\(what): \($0)") } ?? what,
      nextStep: Words("install it: apt install libical3"))
  }
}
