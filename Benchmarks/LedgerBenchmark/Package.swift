// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "LedgerBenchmark",
  dependencies: [
    .package(name: "cardinfo", path: "../.."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .executableTarget(
      name: "LedgerBenchmark",
      dependencies: [
        .product(name: "Ledger", package: "cardinfo"),
        .product(name: "Renewal", package: "cardinfo"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ])
  ]
)
