// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "concord",
  products: [
    .executable(name: "concord", targets: ["concord"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // System modules: only Terminal, Store and App may import them.
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .target(name: "CPlatform"),

    // The catalogues and the policy of data/ become part of the binary.
    .executableTarget(name: "embed-data", path: "Sources/embed-data"),
    .plugin(
      name: "EmbedData", capability: .buildTool(), dependencies: ["embed-data"],
      path: "Sources/EmbedData"),

    // Pure modules.
    .target(name: "ConcordJSON"),
    .target(name: "ConcordCanvas"),
    .target(
      name: "ConcordModel",
      dependencies: [
        "ConcordJSON",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      plugins: ["EmbedData"]),
    .target(name: "ConcordInterchange", dependencies: ["ConcordModel", "ConcordJSON"]),
    .target(name: "ConcordDashboard", dependencies: ["ConcordModel", "ConcordCanvas"]),

    // Where the outside world begins.
    .target(
      name: "ConcordStore",
      dependencies: [
        "ConcordModel", "ConcordJSON", "CPlatform",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "ConcordTerminal", dependencies: ["ConcordCanvas", "CNcurses", "CPlatform"]),
    .target(
      name: "ConcordApp",
      dependencies: [
        "ConcordTerminal", "ConcordStore", "ConcordInterchange", "ConcordDashboard",
        "ConcordCanvas", "ConcordModel", "ConcordJSON", "CPlatform",
      ]),
    .executableTarget(
      name: "concord",
      dependencies: [
        "ConcordApp", "ConcordModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "ArrowsTests"),
    .testTarget(name: "ConcordJSONTests", dependencies: ["ConcordJSON"]),
    // An office without a disk, for the tests of several modules.
    .target(
      name: "OfficeInMemory", dependencies: ["ConcordModel"], path: "Tests/OfficeInMemory"),
    .testTarget(
      name: "ConcordModelTests", dependencies: ["ConcordModel", "ConcordJSON", "OfficeInMemory"]),
    .testTarget(name: "ConcordCanvasTests", dependencies: ["ConcordCanvas"]),
    .testTarget(
      name: "ConcordInterchangeTests",
      dependencies: ["ConcordInterchange", "ConcordModel", "ConcordJSON", "ConcordStore"]),
    .testTarget(
      name: "ConcordDashboardTests",
      dependencies: ["ConcordDashboard", "ConcordModel", "ConcordCanvas", "OfficeInMemory"]),
    .testTarget(
      name: "ConcordStoreTests", dependencies: ["ConcordStore", "ConcordModel", "ConcordJSON"]),
    .testTarget(name: "ConcordTerminalTests", dependencies: ["ConcordTerminal", "ConcordCanvas"]),
    // A canvas on a real terminal, for the tests of columns.
    .executableTarget(
      name: "canvas-on-curses", dependencies: ["ConcordTerminal", "ConcordCanvas"],
      path: "Tests/CanvasOnCurses"),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "concord", "canvas-on-curses", "ConcordApp", "ConcordModel", "ConcordCanvas",
        "ConcordDashboard", "ConcordJSON",
        "ConcordStore",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
