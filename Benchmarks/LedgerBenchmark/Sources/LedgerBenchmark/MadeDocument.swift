import Foundation
import Ledger
import Renewal

/// A document of made lines with five events each, given out in pieces.
final class MadeDocument {
  static let today = Date(timeIntervalSince1970: 1_772_366_400)
  static let eventsEach = 5

  private let count: Int
  private let format: ExchangeFormat
  private var number = 0
  private(set) var bytes = 0

  init(_ format: ExchangeFormat, count: Int) {
    self.format = format
    self.count = count
  }

  /// The next piece; empty at the end.
  func next() throws -> Data {
    guard number <= count else { return Data() }
    var text = ""
    if number == 0 { text += begin }
    while number < count, text.utf8.count < 60_000 {
      text += number == 0 || format == .csv ? "" : ",\n"
      text += try line(number)
      number += 1
    }
    if number == count {
      text += format == .json ? "\n]}\n" : ""
      number += 1
    }
    bytes += text.utf8.count
    return Data(text.utf8)
  }

  private var begin: String {
    switch format {
    case .json: #"{"schema":"cardinfo.lines","schemaVersion":"1.0","lines":["#
    case .csv:
      "record,id,name,iccid,rule,event,kind,on,recordedAt,amount,currency\r\n"
    }
  }

  private static let rules = ["giffgaff", "3hk", "asda-mobile", "valuegb-hk", "vodafone-nz"]
  private static let kinds = ["activation", "topUp", "outgoingCall", "topUp", "data"]

  // Dates over the last ten months, so that the due dates spread over the year.
  private func line(_ number: Int) throws -> String {
    let iccid = "8944\(100_000_000_000_000 + number)"
    let rule = Self.rules[number % Self.rules.count]
    let events = (0..<Self.eventsEach).map { event -> (kind: String, on: String) in
      let days = (number &* 7_919 &+ event &* 61) % 300
      let day = Self.today.addingTimeInterval(Double(-days) * 86_400)
      return (Self.kinds[event], String(day.formatted(.iso8601).prefix(10)))
    }
    switch format {
    case .json:
      let list = events.enumerated().map { index, event in
        #"{"amount":{"amount":"100","currency":"HKD"},"id":"\#(index)","kind":"\#(event.kind)","#
          + #""on":"\#(event.on)","recordedAt":"2026-02-01T00:00:00Z"}"#
      }
      return
        #"{"events":[\#(list.joined(separator: ","))],"line":{"clocks":[],"iccid":"\#(iccid)","#
        + #""id":"\#(iccid)","name":"Line \#(number)","rule":"\#(rule)","thresholds":["#
        + #"{"days":30,"severity":"warning"},{"days":7,"severity":"critical"}]}}"#
    case .csv:
      let rows = events.enumerated().map { index, event in
        "event,\(iccid),,,,\(index),\(event.kind),\(event.on),2026-02-01T00:00:00Z,100,HKD\r\n"
      }
      return "line,\(iccid),Line \(number),\(iccid),\(rule),,,,,,\r\n" + rows.joined()
    }
  }
}
