// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  // CI sets this; a newer compiler's new warnings must not break somebody's build.
  + (Context.environment["CARDINFO_WARNINGS_AS_ERRORS"] == nil
    ? [] : [.treatAllWarnings(as: .error)])

let package = Package(
  name: "cardinfo",
  products: [
    .executable(name: "cardinfo", targets: ["cardinfo"]),
    .library(name: "Card", targets: ["Card"]),
    .library(name: "CardState", targets: ["CardState"]),
    .library(name: "Carriers", targets: ["Carriers"]),
    .library(name: "HTTPS", targets: ["HTTPS"]),
    .library(name: "Ledger", targets: ["Ledger"]),
    .library(name: "PCSC", targets: ["PCSC"]),
    .library(name: "Provisioning", targets: ["Provisioning"]),
    .library(name: "Renewal", targets: ["Renewal"]),
    .library(name: "VirtualCard", targets: ["VirtualCard"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCSCLite", pkgConfig: "libpcsclite", providers: [.apt(["libpcsclite-dev"])]),
    .target(name: "CPCSC", dependencies: ["CPCSCLite"]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "PCSC", dependencies: ["CPCSC", "Card", "Words"], swiftSettings: swiftSettings),
    .target(name: "Card", dependencies: ["CardState", "Words"], swiftSettings: swiftSettings),
    .target(name: "CardState", dependencies: ["Words"], swiftSettings: swiftSettings),
    .target(name: "CCarriers"),
    .target(name: "CLanguages"),
    .target(name: "Words", dependencies: ["CLanguages"], swiftSettings: swiftSettings),
    .target(
      name: "Renewal", dependencies: ["CardState", "Words"], swiftSettings: swiftSettings),
    .target(
      name: "Carriers", dependencies: ["CCarriers", "CExpat", "CardState", "Renewal", "Words"],
      exclude: ["Data", "Countries/Data", "Languages/Data", "Makers/Data"],
      swiftSettings: swiftSettings),
    .target(
      name: "Ledger",
      dependencies: [
        "CardState", "Renewal", "Words", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: swiftSettings),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CHTTPD", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CIcal", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "HTTPS", dependencies: ["CCurl", "Words"], swiftSettings: swiftSettings),
    .target(
      name: "Provisioning",
      dependencies: [
        "Card", "CardState", "HTTPS", "Words", .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Roots/gsma-roots.pem")], swiftSettings: swiftSettings),
    .target(
      name: "VirtualCard",
      dependencies: [
        "Card", "Words", .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("PKI")], swiftSettings: swiftSettings),
    .executableTarget(
      name: "cardinfo",
      dependencies: [
        "CHTTPD", "CIcal", "CQREncode", "Card", "CardState", "Carriers", "HTTPS", "Ledger", "PCSC",
        "Provisioning", "Renewal", "VirtualCard", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swiftSettings),
    // What `make po` and the tests find sentences with; no product.
    .executableTarget(
      name: "Translations", dependencies: ["Words"], path: "Tools/Translations",
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["Translations", "Words"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "CardTests", dependencies: ["Card", "CardState"], swiftSettings: swiftSettings),
    .testTarget(
      name: "CardinfoTests",
      dependencies: [
        "cardinfo", "Card", "CardState", "HTTPS", "Ledger", "PCSC", "Provisioning", "Renewal",
        "VirtualCard", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: [
        "Golden/Scenarios", "Golden/Structure", "Golden/Values", "Stories/Lives", "Stories/Rules",
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "HTTPSTests", dependencies: ["HTTPS"], exclude: ["Servers"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ProvisioningTests",
      dependencies: ["Provisioning", "Card", "CardState", "HTTPS", "Words"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "VirtualCardTests",
      dependencies: [
        "VirtualCard", "Card", "CardState", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "RenewalTests", dependencies: ["Renewal", "CardState", "Carriers", "Words"],
      exclude: ["Statements/Corpus"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "CarriersTests",
      dependencies: ["CCarriers", "Carriers", "CardState", "Renewal", "Words"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Ledger", "LedgerWriter", "CardState", "Carriers", "Renewal", "Words",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Storage/Versions"], swiftSettings: swiftSettings),
    // A program to kill while it writes; no product.
    .executableTarget(
      name: "LedgerWriter", dependencies: ["Ledger", "Renewal"], path: "Tests/LedgerWriter",
      swiftSettings: swiftSettings),
    .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: swiftSettings),
    .testTarget(name: "PCSCTests", dependencies: ["PCSC", "Card"], swiftSettings: swiftSettings),
  ]
)
