import CardState

/// How a service takes a message: one request, whose texts have places (`{…}`) for settings and for what is
/// said. A header or member with a place for something that was not set is left out.
struct WebhookForm {
  let url: String
  let settings: [ChannelSetting]
  /// What a setting is that was left out.
  var usual: [String: String] = [:]
  var headers: [String: String] = [:]
  /// Nil for the message itself as JSON.
  var body: JSONValue?
  /// What `{level}` is, for what is a warning and what is critical.
  var levels: (warning: JSONValue, critical: JSONValue) = (.string("warning"), .string("critical"))
  /// What an answer has to say for the message to have been taken; nil where its status says it.
  var proof: (member: String, value: JSONValue)?
  /// Whether the address gets a signature (DingTalk).
  var isSigned = false
}

extension ConfiguredChannel.Kind {
  /// How the service is asked; nil for what is none.
  var webhook: WebhookForm? {
    switch self {
    case .stdout, .exec, .mail: nil
    case .webhook: WebhookForm(url: "{url}", settings: [.plain("url")])
    // docs.ntfy.sh/publish, "Publish as JSON"
    case .ntfy:
      WebhookForm(
        url: "{server}/",
        settings: [.plain("server", .optional), .plain("topic"), .secret("token", .optional)],
        usual: ["server": "https://ntfy.sh"], headers: ["Authorization": "Bearer {token}"],
        body: .object([
          "topic": .string("{topic}"), "title": .string("{title}"), "message": .string("{text}"),
          "priority": .string("{level}"),
        ]), levels: (.integer(3), .integer(4)))
    // Bark's server, API V2: POST /push
    case .bark:
      WebhookForm(
        url: "{server}/push", settings: [.plain("server", .optional), .secret("key")],
        usual: ["server": "https://api.day.app"],
        body: .object([
          "device_key": .string("{key}"), "title": .string("{title}"), "body": .string("{text}"),
          "level": .string("{level}"), "group": .string("cardinfo"),
        ]), levels: (.string("active"), .string("timeSensitive")),
        proof: ("code", .integer(200)))
    // sct.ftqq.com: POST /KEY.send
    case .serverChan:
      WebhookForm(
        url: "{server}/{key}.send", settings: [.plain("server", .optional), .secret("key")],
        usual: ["server": "https://sctapi.ftqq.com"],
        body: .object(["title": .string("{title}"), "desp": .string("{text}")]),
        proof: ("code", .integer(0)))
    // core.telegram.org/bots/api#sendmessage
    case .telegram:
      WebhookForm(
        url: "{server}/bot{token}/sendMessage",
        settings: [.plain("server", .optional), .secret("token"), .plain("chat")],
        usual: ["server": "https://api.telegram.org"],
        body: .object(["chat_id": .string("{chat}"), "text": .string("{title}\n{text}")]),
        proof: ("ok", .boolean(true)))
    // gotify.net/api-docs: POST /message
    case .gotify:
      WebhookForm(
        url: "{server}/message", settings: [.plain("server"), .secret("token")],
        headers: ["X-Gotify-Key": "{token}"],
        body: .object([
          "title": .string("{title}"), "message": .string("{text}"), "priority": .string("{level}"),
        ]), levels: (.integer(5), .integer(8)))
    // caronc/apprise-api: POST /notify/KEY, or /notify/ with the services' addresses
    case .apprise:
      WebhookForm(
        url: "{url}", settings: [.plain("url"), .secret("urls", .optional)],
        body: .object([
          "title": .string("{title}"), "body": .string("{text}"), "type": .string("{level}"),
          "urls": .string("{urls}"),
        ]), levels: (.string("warning"), .string("failure")))
    // open.dingtalk.com, custom robots
    case .dingTalk:
      WebhookForm(
        url: "{server}/robot/send?access_token={token}",
        settings: [.plain("server", .optional), .secret("token"), .secret("secret", .optional)],
        usual: ["server": "https://oapi.dingtalk.com"],
        body: .object([
          "msgtype": .string("text"),
          "text": .object(["content": .string("cardinfo: {title}\n{text}")]),
        ]), proof: ("errcode", .integer(0)), isSigned: true)
    // developer.work.weixin.qq.com, group robots
    case .weCom:
      WebhookForm(
        url: "{server}/cgi-bin/webhook/send?key={key}",
        settings: [.plain("server", .optional), .secret("key")],
        usual: ["server": "https://qyapi.weixin.qq.com"],
        body: .object([
          "msgtype": .string("text"), "text": .object(["content": .string("{title}\n{text}")]),
        ]), proof: ("errcode", .integer(0)))
    }
  }
}
