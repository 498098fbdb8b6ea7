import Foundation
import TestSupport
import Testing

/// The scripts, in the shells that this machine has.
@Suite struct CompletionsTests {
    /// What bash offers for the last of some words.
    private func offered(_ words: String..., in folder: URL) async throws -> [String] {
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

    @Test func `bash offers commands, samples, types, tasks, models and tables`() async throws {
        try await withTemporaryFolder { folder in
            #expect(try await offered("secucogen", "rep", in: folder) == ["report"])
            #expect(
                try await offered("secucogen", "run", "--sample", "CWE-89", in: folder)
                    == ["CWE-89_01", "CWE-89_02", "CWE-89_03"])
            #expect(try await offered("secucogen", "run", "--type", "CWE-7", in: folder).contains("CWE-787"))
            #expect(
                try await offered("secucogen", "run", "--task", "generate", in: folder)
                    == ["generate", "generate-aware", "generate-one-shot"])
            #expect(try await offered("secucogen", "run", "--model", "control/s", in: folder) == ["control/secure"])
            #expect(try await offered("secucogen", "report", "--table", "table", in: folder).count == 7)
        }
    }

    @Test func `bash offers run files where a run is asked for`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["mine.run", "notes.txt"] { try Data().write(to: folder.appending(path: name)) }
            let files = try await offered("secucogen", "score", "", in: folder)
            #expect(files.contains("mine.run") && !files.contains("notes.txt"))
        }
    }

    @Test func `fish and zsh read their scripts`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await CommandLineTool.shell(
                """
                "$SECUCOGEN" completions zsh >_secucogen && "$SECUCOGEN" completions fish >secucogen.fish
                if command -v zsh >/dev/null; then zsh -n _secucogen || exit 1; fi
                command -v fish >/dev/null || exit 0
                PATH="$(dirname "$SECUCOGEN"):$PATH" HOME=$PWD fish --no-config -c '
                    source secucogen.fish; complete -C "secucogen run --sample CWE-89"'
                """, in: folder)
            #expect(result.exitCode == 0 && result.errors == "")
            #expect(result.output == "" || result.output == "CWE-89_01\nCWE-89_02\nCWE-89_03\n")
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
