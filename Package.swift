// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the product: the siblings between `EvaluationCore` and the command line do not import each other.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(_ module: String, _ dependencies: [Target.Dependency] = [], excluding: [String] = []) -> Target {
    let core: [Target.Dependency] = module == "EvaluationCore" ? [] : ["EvaluationCore"]
    return .testTarget(
        name: "\(module)Tests", dependencies: [.target(name: module), "TestSupport"] + core + dependencies,
        exclude: excluding, swiftSettings: strict)
}

func benchmark(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
    .executableTarget(
        name: "\(name)-benchmark", dependencies: ["EvaluationCore"] + dependencies, path: "Benchmarks/\(name)",
        exclude: excluding, swiftSettings: strict)
}

let package = Package(
    name: "secucogen",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "secucogen", targets: ["secucogen"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    ],
    targets: [
        module("EvaluationCore"),
        module(
            "Dataset",
            [
                "EvaluationCore", .product(name: "Yams", package: "Yams"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        module(
            "ModelClients",
            [
                "EvaluationCore", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .systemLibrary(name: "CTreeSitter", path: "Sources/CTreeSitter", pkgConfig: "secucogen-tree-sitter"),
        // Its tests do nothing but compute, minutes long without optimisation.
        module(
            "CodeSimilarity", ["EvaluationCore", "CTreeSitter"],
            settings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        module("Sandboxing", ["EvaluationCore"]),
        module("Oracles", ["EvaluationCore"]),
        module("Strategies", ["EvaluationCore"]),
        module(
            "RunStore",
            [
                "EvaluationCore", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        module("Reports", ["EvaluationCore"]),
        module(
            "Dashboard",
            [
                "EvaluationCore", "Reports", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"), .product(name: "NIOCore", package: "swift-nio"),
            ]),
        module("EvaluationEngine", ["EvaluationCore", .product(name: "Crypto", package: "swift-crypto")]),
        .executableTarget(
            name: "secucogen",
            dependencies: [
                "EvaluationCore", "Dataset", "ModelClients", "CodeSimilarity", "Sandboxing", "Oracles", "Strategies",
                "RunStore",
                "Reports", "EvaluationEngine", "Dashboard",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "MockModelServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["EvaluationCore", "Sandboxing"], path: "Tests/TestSupport",
            swiftSettings: strict),
        benchmark("codebleu", ["CodeSimilarity", "CTreeSitter"], excluding: ["pairs.py", "reference.py", "run"]),
        benchmark("reports", ["Reports"], excluding: ["README.md"]),
        benchmark("pages", ["Dataset", "RunStore"], excluding: ["run"]),
        tests("EvaluationCore"),
        tests("Dataset", ["Oracles"], excluding: ["Snapshots"]),
        tests("ModelClients", ["MockModelServer"]),
        tests("CodeSimilarity"),
        tests("Sandboxing", excluding: ["Corpus"]),
        tests("Oracles", ["Sandboxing"]),
        tests("Strategies", ["CodeSimilarity", "Dataset", "Oracles"]),
        tests("RunStore", [.product(name: "GRDB", package: "GRDB.swift")]),
        tests("Reports", excluding: ["Snapshots"]),
        tests(
            "Dashboard",
            ["Reports", .product(name: "HummingbirdTesting", package: "hummingbird")]),
        tests("EvaluationEngine"),
        tests("secucogen", ["MockModelServer", "RunStore"]),
    ],
    swiftLanguageModes: [.v6]
)
