import Words

/// A request as it came in, head and form. Nothing of it is believed before ``DeskGate`` has seen it.
struct WebRequest {
  /// The method, such as `GET`.
  var method: String
  /// The path in its address, its escapes taken away.
  var path: String
  /// Every header in its order, also those that come twice.
  var headers: [(name: String, value: String)] = []
  /// The arguments in its address.
  var arguments: [(name: String, value: String)] = []
  /// The fields of its form, in their order.
  var fields: [FormField] = []
  /// Who sent it.
  var sender = Sender.unknown

  /// The headers of a name.
  func headers(_ name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The header of a name.
  func header(_ name: String) -> String? { headers(name).first }

  /// The argument of a name.
  func argument(_ name: String) -> String? { arguments.first { $0.name == name }?.value }

  /// The field of a name, as text; nil where it is empty.
  func field(_ name: String) -> String? {
    guard let bytes = fields.first(where: { $0.name == name })?.bytes, !bytes.isEmpty else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The field of a name as it came, also an empty file; nil where nothing was written or chosen.
  func file(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name && (!$0.bytes.isEmpty || $0.isFile) }?.bytes
  }
}

/// A field of a form.
struct FormField {
  var name: String
  var bytes: [UInt8]
  /// Whether it is a file that was chosen.
  var isFile = false
}

/// Whose program sent a request.
enum Sender: Equatable {
  /// A user of this machine.
  case user(UInt32)
  /// Another machine.
  case elsewhere
  /// Nobody can tell.
  case unknown
}

/// What is answered.
struct WebAnswer {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: Body

  enum Body {
    case bytes([UInt8])
    /// What comes bit by bit; nil at its end. Called on a thread of its own, and waits.
    case stream(() -> [UInt8]?)
  }

  init(_ status: Int, _ type: String, _ bytes: [UInt8]) {
    self.status = status
    headers = [("Content-Type", type)]
    body = .bytes(bytes)
  }

  /// A page.
  init(_ status: Int = 200, page: HTML) {
    self.init(status, "text/html; charset=utf-8", page.bytes)
  }

  /// Words alone, for whoever is no browser of the desk's owner.
  init(_ status: Int, plain words: Words?) {
    self.init(
      status, "text/plain; charset=utf-8", Array(((words?.text ?? "") + "\n").utf8))
  }

  /// A stream of events (HTML Living Standard, Server-sent events).
  init(events next: @escaping () -> [UInt8]?) {
    status = 200
    headers = [("Content-Type", "text/event-stream")]
    body = .stream(next)
  }

  /// Goes on to another page, with a GET.
  static func other(_ address: Address) -> WebAnswer {
    var answer = WebAnswer(303, plain: nil)
    answer.headers.append(("Location", address.text))
    return answer
  }
}

/// Who answers. Called on many threads at once.
protocol WebService: AnyObject, Sendable {
  /// Whether a request is refused by its head alone; its body is then not read.
  func refusal(of head: WebRequest) -> WebAnswer?
  /// How many bytes a body of this request may have.
  func longestBody(of head: WebRequest) -> Int
  func answer(_ request: WebRequest) -> WebAnswer
}
