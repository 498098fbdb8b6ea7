/// Where the parts of the bundled model server are.
public struct LocalRuntime: Sendable, Hashable {
    /// The interpreter that `Scripts/bootstrap` made.
    public var python: String
    /// The folder of its shared library.
    public var pythonLibraries: String
    /// The folder that holds the package `xllamacpp`.
    public var packages: String
    /// `Runtime/model-server/serve.py`.
    public var launcher: String
    /// The folder of `<name>.gguf` files that `local/<name>` means.
    public var models: String

    public init(python: String, pythonLibraries: String, packages: String, launcher: String, models: String) {
        self.python = python
        self.pythonLibraries = pythonLibraries
        self.packages = packages
        self.launcher = launcher
        self.models = models
    }

    /// As bootstrap lays them out below a project folder.
    public init(project: String) {
        self.init(
            python: project + "/.tools/python/bin/python3", pythonLibraries: project + "/.tools/python/lib",
            packages: project + "/.tools/llama", launcher: project + "/Runtime/model-server/serve.py",
            models: project + "/.tools/models")
    }
}
