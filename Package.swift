// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A module of the table in ARCHITECTURE.md; `knows` is all that it may import.
func module(_ name: String, knows: [String] = []) -> Target {
  .target(name: name, dependencies: knows.map { .byName(name: $0) }, swiftSettings: settings)
}

/// The tests of one module, in the folder of that name; `corpus` says that cases stand in files of its folder Corpus.
func tests(of name: String, using others: [String] = [], corpus: Bool = false) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name] + others).map { .byName(name: $0) },
    path: "Tests/\(name)Tests",
    exclude: corpus ? ["Corpus"] : [],
    swiftSettings: settings)
}

let package = Package(
  name: "cotejo",
  products: [.executable(name: "cotejo", targets: ["cotejo"])],
  targets: [
    .target(name: "CLibrary"),
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    module("Diagnostics"),
    module("Evidence"),
    module("Casebook", knows: ["Evidence"]),
    module("Analysis", knows: ["Casebook", "Evidence"]),
    module("Reports", knows: ["Evidence"]),
    module("Syntax", knows: ["Diagnostics"]),
    module("Semantics", knows: ["Syntax", "Casebook", "Evidence", "Diagnostics"]),
    module("Evaluation", knows: ["Semantics", "Analysis", "Reports", "Casebook", "Evidence", "Syntax", "Diagnostics"]),
    module("Session", knows: ["Evaluation", "Semantics", "Analysis", "Reports", "Casebook", "Evidence", "Syntax", "Diagnostics", "CLibrary"]),
    module("LineEditing", knows: ["CLineEditor"]),
    module("Commands", knows: ["Session", "LineEditing", "Evaluation", "Reports", "Syntax", "Diagnostics"]),
    .executableTarget(name: "cotejo", dependencies: ["Commands"], swiftSettings: settings),
    tests(of: "Diagnostics"),
    tests(of: "Evidence"),
    tests(of: "Syntax", using: ["Diagnostics"], corpus: true),
    tests(of: "Casebook", using: ["Evidence"]),
    tests(of: "Reports", using: ["Evidence"]),
    tests(of: "LineEditing"),
    tests(of: "Semantics", using: ["Syntax", "Casebook", "Evidence", "Diagnostics"]),
    tests(of: "Evaluation", using: ["Semantics", "Syntax", "Casebook", "Evidence", "Diagnostics", "Reports"]),
    tests(of: "Session", using: ["Evaluation", "Casebook", "Evidence", "Diagnostics", "Reports", "Syntax"]),
    tests(of: "Commands", using: ["Session"]),
  ]
)
