// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let warnings: [CSetting] = [.treatAllWarnings(as: .error)]

/// A module of the table in ARCHITECTURE.md; `knows` is all that it may import.
func module(_ name: String, knows: [String] = []) -> Target {
  .target(name: name, dependencies: knows.map { .byName(name: $0) }, swiftSettings: settings)
}

/// The tests of one module, in the folder of that name; `files` are folders in it that tests read.
func tests(of name: String, using others: [String] = [], files: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name, "TestSupport"] + others).map { .byName(name: $0) },
    path: "Tests/\(name)Tests",
    exclude: files,
    swiftSettings: settings)
}

let package = Package(
  name: "cotejo",
  products: [.executable(name: "cotejo", targets: ["cotejo"])],
  targets: [
    .target(name: "CLibrary", cSettings: warnings),
    .target(name: "CLineEditor", cSettings: warnings, linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CProcess", cSettings: warnings),
    .target(name: "CScanning", cSettings: warnings),
    module("Names"),
    module("Diagnostics", knows: ["Names"]),
    module("Evidence", knows: ["Names"]),
    module("Tables", knows: ["CScanning", "Evidence", "Names"]),
    module("Casebook", knows: ["Evidence", "Names"]),
    module("Exchange", knows: ["Casebook", "Evidence", "Names"]),
    module("Analysis", knows: ["Casebook", "Evidence"]),
    module("Reports", knows: ["Evidence"]),
    module("Syntax", knows: ["Diagnostics", "Names"]),
    module("Semantics", knows: ["Syntax", "Tables", "Casebook", "Evidence", "Diagnostics", "Names"]),
    module(
      "Evaluation",
      knows: ["Semantics", "Analysis", "Reports", "Tables", "Casebook", "Evidence", "Syntax", "Diagnostics", "Names"]),
    module(
      "Session",
      knows: [
        "Evaluation", "Semantics", "Analysis", "Reports", "Exchange", "Tables", "Casebook", "Evidence", "Syntax", "Diagnostics",
        "Names",
        "CLibrary",
      ]),
    module("LineEditing", knows: ["CLineEditor"]),
    module("Commands", knows: ["CProcess", "Session", "LineEditing", "Evaluation", "Reports", "Syntax", "Diagnostics"]),
    .executableTarget(name: "cotejo", dependencies: ["Commands"], swiftSettings: settings),
    .executableTarget(name: "Benchmarks", exclude: ["Peers"], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "Names"),
    tests(of: "Diagnostics", using: ["Names"]),
    tests(of: "Evidence", files: ["Corpus"]),
    tests(of: "Syntax", using: ["Diagnostics", "Names"], files: ["Corpus"]),
    tests(of: "Tables", using: ["Evidence"], files: ["Corpus", "Snapshots"]),
    tests(of: "Casebook", using: ["Evidence", "Names"]),
    tests(of: "Reports", using: ["Evidence"], files: ["Snapshots"]),
    tests(of: "LineEditing", using: ["LineEditingProbe"]),
    .executableTarget(
      name: "LineEditingProbe", dependencies: ["LineEditing"], path: "Tests/LineEditingProbe", swiftSettings: settings),
    tests(of: "Semantics", using: ["Syntax", "Tables", "Casebook", "Evidence", "Diagnostics"]),
    tests(of: "Exchange", using: ["Casebook", "Evidence"]),
    tests(of: "Analysis", using: ["Casebook", "Evidence"]),
    tests(
      of: "Evaluation", using: ["Analysis", "Semantics", "Syntax", "Casebook", "Evidence", "Diagnostics", "Reports"],
      files: ["Corpus"]),
    tests(
      of: "Session", using: ["Exchange", "Evaluation", "Semantics", "Casebook", "Evidence", "Diagnostics", "Reports", "Syntax"],
      files: ["Snapshots"]),
    tests(of: "Commands", using: ["Session", "Diagnostics", "LineEditing", "cotejo"]),
  ],
  cLanguageStandard: .c2x
)
