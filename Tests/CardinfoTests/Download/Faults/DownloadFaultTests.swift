import Card
import CardState
import Foundation
import Provisioning
import Testing

@testable import cardinfo

/// Whatever happens at whichever exchange and whichever call of a download: what is said afterwards is
/// so, what is advised helps, and no session stays open that could be closed.
///
/// `CARDINFO_WHOLE_SWEEP=DIRECTORY` tries all of it, which takes minutes, instead of a third of the calls'
/// faults and of the exchanges that are the first of their kind, and writes there what was said at each.
struct DownloadFaultTests {
  private static let sweep = ProcessInfo.processInfo.environment["CARDINFO_WHOLE_SWEEP"]

  @Test(arguments: CardFault.allCases, [false, true])
  func atEveryExchange(fault: CardFault, isPreview: Bool) throws {
    let servers = try TestServers(order: ["size": 2500])
    var table = Table("card-\(fault)-\(isPreview ? "preview" : "download")")
    for exchange in try Self.exchanges(servers, fault, isPreview: isPreview) {
      let trial = DownloadTrial(cardFault: (exchange, fault), isPreview: isPreview)
      let report = try trial.run(on: servers)
      try table.add(#require(report.place), report)
    }
    try table.write()
  }

  private static let calls = [
    "initiateAuthentication", "authenticateClient", "getBoundProfilePackage", "cancelSession",
  ]

  @Test(arguments: calls)
  func atEveryCall(function: String) throws {
    let servers = try TestServers(order: ["size": 2500])
    var table = Table("server-\(function)")
    for fault in Self.sample(try Self.faults(servers, function), with: function) {
      let trial = DownloadTrial(
        serverFault: (function, fault), isPreview: function == "cancelSession")
      let report = try trial.run(on: servers)
      #expect(report.place != nil, "\(function) \(fault) did not happen")
      table.add(fault.testDescription, report)
    }
    try table.write()
  }

  // What is reported as sent is at the server and gone from the card; what is not can be sent again.
  @Test func whenTheServerIsTold() throws {
    let servers = try TestServers()
    for fault in Self.sample(
      try Self.faults(servers, "handleNotification"), with: "handleNotification")
    {
      let card = try DownloadTrial.downloaded(from: servers)
      let eid = try card.euicc().1.eid
      let person = Person()
      let transport = try FaultyTransport(servers, person)
      transport.fault = ("handleNotification", fault)
      for isAgain in [false, true] {
        let reports = try EUICCProvisioner(card, isCancelled: person.wantsItToEnd).perform(on: eid)
        {
          euicc in Result { try NotificationSender(euicc, through: transport).send() }
        }.get()
        let arrived = try servers.control.value([Told].self, at: "/notifications").count
        let waits = try #require(try card.euicc().1.notifications).count
        let isSent = reports.first?.outcome.isSent
        #expect(waits == (isSent == true || reports.isEmpty ? 0 : 1), "\(fault)")
        if isSent == true { #expect(arrived == 1, "\(fault)") }
        if isAgain { #expect(isSent ?? (arrived == 1), "\(fault)") }
        person.forget()
        transport.fault = nil
        try DownloadTrial.calm(servers)
      }
    }
  }

  private struct Told: Decodable {
    var iccid: String
  }

  @Test func nothingHappens() throws {
    let servers = try TestServers(order: ["size": 2500])
    let report = try DownloadTrial().run(on: servers)
    #expect(report.said.map(\.isOnCard) == [.yes] && report.said.map(\.isCodeUsed) == [.yes])
    #expect(report.truth.isOnCard)
  }

  /// The numbers of the exchanges that are tried: all, or the first and the last of each kind.
  private static func exchanges(
    _ servers: TestServers, _ fault: CardFault, isPreview: Bool
  ) throws -> [Int] {
    let steps = try DownloadTrial(isPreview: isPreview).run(on: servers).steps
    guard sweep == nil else { return Array(1...steps.count) }
    let firsts = steps.indices.filter { steps.firstIndex(of: steps[$0]) == $0 }.map { $0 + 1 }
    return sample(firsts, with: fault.rawValue) + [steps.count]
  }

  /// Every third; which third is up to what it is tried with.
  private static func sample<Element>(_ all: [Element], with name: String) -> [Element] {
    guard sweep == nil else { return all }
    return all.indices.filter { ($0 + name.utf8.count) % 3 == 0 }.map { all[$0] }
  }

  /// All that the test servers can do wrong at a function, and what a network and a person can.
  private static func faults(
    _ servers: TestServers, _ function: String
  ) throws -> [ServerFault] {
    let kinds = try servers.control.value([String: [String: String]].self, at: "/kinds")
    let names = ["wire", "content", function].flatMap { kinds[$0].map { $0.keys.sorted() } ?? [] }
    let scripted = names.flatMap { kind -> [ServerFault] in
      switch kind {
      case "refuse":
        return [("8.2.6", "3.8"), ("8.8.5", "6.4"), ("8.8", "4.2"), ("9.9", "9.9")].map {
          .scripted(kind, ["subject": $0.0, "reason": $0.1])
        }
      case "drop": return (members[function] ?? []).map { .scripted(kind, ["member": $0]) }
      case "bad-mac", "swapped-segments", "missing-segment":
        return ["1", "-1"].map { .scripted(kind, ["segment": $0]) }
      case "oversized": return [.scripted(kind, ["bytes": "3000000"])]
      default: return [.scripted(kind, ["seconds": "0.6"])]
      }
    }
    return scripted
      + (kinds["connection"]?.keys.sorted().map { .connection($0) } ?? [])
      + ["dp-tls-self-signed", "dp-tls-expired", "dp-tls-wrong-host", "dp-tls-2"].map {
        .certificate($0)
      }
      + [.gone(forEver: false), .gone(forEver: true)]
      + [.interrupted(during: false), .interrupted(during: true)]
  }

  private static let members = [
    "initiateAuthentication": [
      "transactionId", "serverSigned1", "serverSignature1", "euiccCiPKIdToBeUsed",
      "serverCertificate",
    ],
    "authenticateClient": [
      "transactionId", "profileMetadata", "smdpSigned2", "smdpSignature2", "smdpCertificate",
    ],
    "getBoundProfilePackage": ["transactionId", "boundProfilePackage"],
  ]
}

/// What was said where, for the note.
private struct Table {
  private let name: String
  private var rows: [String] = []

  init(_ name: String) { self.name = name }

  mutating func add(_ place: String, _ report: DownloadTrial.Report) {
    rows.append("\(place)\t\(report.words)")
  }

  func write() throws {
    guard let folder = ProcessInfo.processInfo.environment["CARDINFO_WHOLE_SWEEP"] else { return }
    try Data((rows.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: "\(folder)/\(name).tsv"))
  }
}
