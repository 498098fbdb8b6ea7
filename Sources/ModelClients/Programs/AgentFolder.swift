internal import EvaluationCore
internal import Foundation

/// The folder of one attempt of an agent: `TASK.md`, for a repair `solution.py`, and afterwards what the agent has made of them.
struct AgentFolder {
    struct Report {
        var usage = TokenUsage()
        /// As the agent wrote it.
        var text: String?
    }

    /// Bytes that an answer may have.
    private static let longest = 1 << 20
    /// What an agent may say of its own work.
    private static let reportName = "usage.json"

    let url: URL
    /// The file that counts.
    private let answerName: String

    /// - Parameter program: what is to be repaired.
    /// - Throws: `ModelError` when the folder cannot be made.
    init(_ key: AttemptKey, _ messages: [ChatMessage], program: String?) throws {
        answerName = key.task.yieldsCode ? "solution.py" : "answer.txt"
        url = FileManager.default.temporaryDirectory.appending(path: "secucogen-agent-\(UUID().uuidString)")
        var task = messages.map(\.content).joined(separator: "\n\n")
        task += "\n\n---\nYou work in this folder, on your own: nobody answers questions. "
        task +=
            key.task.yieldsCode
            ? "Write the whole program to the file solution.py here\(program == nil ? "" : ", which holds the program as it is now"). "
            : "Write the answer to the file answer.txt here. "
        task += "What stands in that file when you end is your answer; nothing else counts.\n"
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try Data(task.utf8).write(to: url.appending(path: "TASK.md"))
            if let program { try Data(program.utf8).write(to: url.appending(path: answerName)) }
        } catch {
            throw ModelError(.misconfigured, "'\(url.path)' cannot be made: \(error.localizedDescription)")
        }
    }

    /// - Returns: nil when there is none, or what is there is no file that can be an answer.
    func answer() -> String? { contents(of: answerName).map { String(decoding: $0, as: UTF8.self) } }

    func report() -> Report {
        guard let data = contents(of: Self.reportName), let value = try? JSONReader.read(Array(data)) else {
            return Report()
        }
        let usage = TokenUsage(
            input: value["input_tokens"].count ?? value["prompt_tokens"].count,
            output: value["output_tokens"].count ?? value["completion_tokens"].count)
        return Report(usage: usage, text: "reported: \(ServerMessage.line(String(decoding: data, as: UTF8.self)))")
    }

    func remove() {
        // An agent may have taken its own rights away.
        _ = try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
        try? FileManager.default.removeItem(at: url)
    }

    /// A plain file in this folder, of bounded size: a link would show a file of ours.
    private func contents(of name: String) -> Data? {
        let descriptor = open(url.appending(path: name).path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else {
            return nil
        }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while data.count < Self.longest {
            let count = read(descriptor, &buffer, min(buffer.count, Self.longest - data.count))
            guard count > 0 else { break }
            data.append(contentsOf: buffer[..<count])
        }
        return data
    }
}
