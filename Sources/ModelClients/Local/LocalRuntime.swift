/// Where the parts of the bundled model server are.
public struct LocalRuntime: Sendable, Hashable {
    /// The interpreter that solutions run on, made by `Setup/setup.sh`.
    public var python: String
    /// The folder of its shared library.
    public var pythonLibraries: String
    /// The folder that holds the package `xllamacpp`.
    public var packages: String
    /// `Runtime/model-server/serve.py`.
    public var launcher: String
    /// The folder of `<name>.gguf` files that `local/<name>` means.
    public var models: String
    /// `Runtime/model-runner/run.py`, which answers with a Python function.
    public var functionRunner: String?

    public init(
        python: String, pythonLibraries: String, packages: String, launcher: String, models: String,
        functionRunner: String? = nil
    ) {
        self.python = python
        self.pythonLibraries = pythonLibraries
        self.packages = packages
        self.launcher = launcher
        self.models = models
        self.functionRunner = functionRunner
    }

    /// As `Setup/setup.sh` lays them out.
    /// - Parameters:
    ///   - tools: the folder that it filled.
    ///   - runtime: secucogen's own folder `Runtime`.
    public init(tools: String, runtime: String) {
        self.init(
            python: tools + "/python/bin/python3", pythonLibraries: tools + "/python/lib",
            packages: tools + "/llama", launcher: runtime + "/model-server/serve.py",
            models: tools + "/models", functionRunner: runtime + "/model-runner/run.py")
    }
}
