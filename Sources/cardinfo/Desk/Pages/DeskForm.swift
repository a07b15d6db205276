import Words

/// A form of the desk, which works without script: what it asks for, and what it does.
struct DeskForm {
  let visit: Visit
  let action: Address
  /// What has to be known besides what is asked for.
  var hidden: [(name: String, value: String)] = []
  var fields: [HTML] = []
  /// What its buttons say, and the field that each sets.
  var buttons: [(words: Words, name: String?)]
  /// Whether it takes a file.
  var takesFile = false
  /// Whether what it does can't be taken back.
  var isGrave = false
  /// Whether it is beside what the page is about.
  var isPlain = false

  var html: HTML {
    let hidden = hidden.map { name, value -> HTML in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let buttons = buttons.map { words, name -> HTML in
      guard let name else {
        if isGrave { return "<button class=\"grave\">\(words)</button>" }
        return isPlain ? "<button class=\"plain\">\(words)</button>" : "<button>\(words)</button>"
      }
      return "<button name=\"\(name)\" value=\"1\">\(words)</button>"
    }
    let type = takesFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
    let asked: HTML? = fields.isEmpty ? nil : "<div class=\"fields\">\(fields)</div>"
    return """
      <form method="post" action="\(action)" enctype="\(type)">\(visit.mark)\(hidden)\(asked)\
      <div class="buttons">\(buttons)</div></form>
      """
  }

  /// A line of text, as it was given before.
  static func text(_ visit: Visit, _ name: String, _ label: Words, type: String = "text") -> HTML {
    """
    <label><span>\(label)</span><input type="\(type)" name="\(name)" autocomplete="off" \
    value="\(visit.request.field(name) ?? "")"></label>
    """
  }

  /// One of several, as it was chosen before.
  static func choice(
    _ visit: Visit, _ name: String, _ label: Words, among choices: [(value: String, words: Words)]
  ) -> HTML {
    let chosen = visit.request.field(name) ?? visit.request.argument(name)
    let options = choices.map { value, words -> HTML in
      value == chosen
        ? "<option value=\"\(value)\" selected>\(words)</option>"
        : "<option value=\"\(value)\">\(words)</option>"
    }
    return "<label><span>\(label)</span><select name=\"\(name)\">\(options)</select></label>"
  }

  /// Something to agree to.
  static func agreement(_ name: String, _ label: Words, isGiven: Bool = false) -> HTML {
    let box: HTML =
      isGiven
      ? "<input type=\"checkbox\" name=\"\(name)\" value=\"1\" checked>"
      : "<input type=\"checkbox\" name=\"\(name)\" value=\"1\">"
    return "<label class=\"choice\">\(box)\(label)</label>"
  }

  /// What stands above a form that could not be taken.
  static func problem(_ problem: Problem) -> HTML {
    let next: HTML? = problem.nextStep.map { " <span class=\"soft\">\($0)</span>" }
    return "<p class=\"problem\" role=\"alert\">\(problem.sentence)\(next)</p>"
  }
}
