import Foundation
import TestSupport
import Testing

/// The scripts, in the shells that this machine has.
@Suite struct CompletionsTests {
    /// What bash offers for the last of some words.
    private func offered(_ words: [String], in folder: URL) async throws -> [String] {
        let script = """
            tool() { "$SECUCOGEN" "$@"; }
            PATH="$(dirname "$SECUCOGEN"):$PATH"
            source <(secucogen completions bash)
            COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
            _secucogen secucogen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let result = try await CommandLineTool.shell(script, in: folder)
        #expect(result.errors == "")
        return result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test(arguments: [
        (["secucogen", "rep"], ["report"]),
        (["secucogen", "run", "--sample", "CWE-89_01"], ["CWE-89_01"]),
        (["secucogen", "run", "--type", "CWE-78"], ["CWE-78", "CWE-787"]),
        (["secucogen", "run", "--task", "generate"], ["generate", "generate-aware", "generate-one-shot"]),
        (["secucogen", "run", "--model", "control/s"], ["control/secure"]),
        (["secucogen", "report", "--table", "table"], (1...7).map { "table\($0)" }),
    ])
    func `bash offers commands, samples, types, tasks, models and tables`(
        words: [String], expected: [String]
    ) async throws {
        try await withTemporaryFolder { folder in
            let words = try await offered(words, in: folder)
            #expect(words == expected)
        }
    }

    @Test func `bash offers run files where a run is asked for`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["mine.run", "notes.txt"] { try Data().write(to: folder.appending(path: name)) }
            let files = try await offered(["secucogen", "score", ""], in: folder)
            #expect(files.contains("mine.run") && !files.contains("notes.txt"))
        }
    }

    @Test func `fish and zsh read their scripts`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.shell(
                """
                "$SECUCOGEN" completions zsh >_secucogen && "$SECUCOGEN" completions fish >secucogen.fish
                if command -v zsh >/dev/null; then zsh -n _secucogen || exit 1; fi
                if command -v fish >/dev/null; then HOME=$PWD fish --no-execute secucogen.fish || exit 1; fi
                """, in: folder)
            #expect(result.exitCode == 0 && result.errors == "")
        }
    }

    @Test func `an installed script lies where the shell looks`() async throws {
        try await withTemporaryFolder { folder in
            let places = [
                "bash": "data/bash-completion/completions/secucogen", "zsh": "data/zsh/site-functions/_secucogen",
                "fish": "config/fish/completions/secucogen.fish",
            ]
            for (shell, place) in places {
                let result = try await CommandLineTool.run(
                    ["completions", "--install"],
                    environment: [
                        "SHELL": "/bin/\(shell)", "XDG_DATA_HOME": folder.appending(path: "data").path,
                        "XDG_CONFIG_HOME": folder.appending(path: "config").path,
                    ])
                #expect(result.exitCode == 0 && result.errors.contains(place))
                let script = try String(contentsOf: folder.appending(path: place), encoding: .utf8)
                #expect(script.contains("secucogen"))
            }
        }
    }

    @Test func `a shell that is not known is named`() async throws {
        let result = try await CommandLineTool.run(["completions"], environment: ["SHELL": "/bin/tcsh"])
        #expect(result.exitCode == 2 && result.errors.contains("'tcsh'") && result.errors.contains("bash, zsh, fish"))
    }
}
