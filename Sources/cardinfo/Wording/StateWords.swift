import CardState
import Words

// The stable words of JSON as people read them. Lists that are open may bring others: those stay as
// they are.

extension Profile.State {
  var words: Words {
    switch self {
    case .enabled: Words("enabled")
    case .disabled: Words("disabled")
    default: Words(verbatim: rawValue)
    }
  }
}

extension Profile.Class {
  var words: Words {
    switch self {
    case .test: Words("test")
    case .provisioning: Words("provisioning")
    case .operational: Words("operational")
    default: Words(verbatim: rawValue)
    }
  }
}

extension FileSnapshot.Status {
  var words: Words {
    switch self {
    case .read: Words("read", context: "file of a card")
    case .blank: Words("blank")
    case .absent: Words("absent")
    case .refused: Words("refused")
    case .malformed: Words("malformed")
    default: Words(verbatim: rawValue)
    }
  }
}

extension PendingNotification {
  /// What was done to the profile.
  var operationWords: Words {
    switch operation {
    case "install": Words("install")
    case "enable": Words("enable")
    case "disable": Words("disable")
    case "delete": Words("delete")
    default: Words(verbatim: operation)
    }
  }
}

extension ShortMessage {
  var directionWords: Words { Self.words(direction) }

  var statusWords: Words? { status.map(Self.words) }

  /// A direction or a status.
  static func words(_ word: String) -> Words {
    switch word {
    case "received": Words("received")
    case "sent": Words("sent")
    case "statusReport": Words("status report")
    case "free": Words("deleted")
    case "read": Words("read", context: "short message")
    case "unread": Words("unread")
    case "toBeSent": Words("to be sent")
    default: Words(verbatim: word)
    }
  }
}
