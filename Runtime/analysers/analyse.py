"""Prints what Bandit and Semgrep find in the program on standard input, as a JSON array of `{"tool", "rule", "line", "message"}`.

Runs on the Python that `secucogen setup --analysers` made. The program is read and never run. Nothing leaves the machine. Comments that
silence an analyser are not honoured: the program's author does not decide what is told about it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOOLS = Path(sys.executable).parent
# Semgrep's own rules are fetched from a server; these come with a package.
RULES = "lib/python*/site-packages/codeshield/insecure_code_detector/rules/semgrep/python"
SECONDS = 120


def report(tool, arguments, work):
    """A tool's JSON report. Both may end with 1 when they have findings."""
    environment = {
        "PATH": f"{TOOLS}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "HOME": str(work),
        "TMPDIR": str(work),
        "SEMGREP_SEND_METRICS": "off",
        "SEMGREP_ENABLE_VERSION_CHECK": "0",
        "SEMGREP_SETTINGS_FILE": str(work / "settings.yml"),
        "SEMGREP_LOG_FILE": str(work / "semgrep.log"),
    }
    try:
        done = subprocess.run(
            [TOOLS / tool, *arguments], cwd=work, env=environment, capture_output=True, text=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        # A program that an analyser cannot be done with gets no findings from it.
        return {"results": []}
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{tool} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def bandit(program, work):
    results = report("bandit", ["--format", "json", "--ignore-nosec", "--quiet", program], work)["results"]
    return [
        # The low ones are about style (an assertion, a module that is imported), and hide the others.
        ("bandit", result["test_id"], result["line_number"], result["issue_text"])
        for result in results
        if result["issue_severity"] != "LOW"
    ]


def semgrep(program, work):
    rules = next(iter(TOOLS.parent.glob(RULES)), None)
    if rules is None:
        raise RuntimeError("semgrep has no rules")
    arguments = ["scan", "--config", rules, "--json", "--quiet", "--jobs", "1", "--no-git-ignore", "--disable-nosem"]
    results = report("semgrep", [*arguments, "--metrics", "off", "--disable-version-check", program], work)["results"]
    return [
        ("semgrep", result["check_id"].rpartition(".")[2], result["start"]["line"], result["extra"]["message"])
        for result in results
    ]


def main():
    with tempfile.TemporaryDirectory(prefix="secucogen-analysers-") as folder:
        work = Path(folder)
        program = work / "solution.py"
        program.write_bytes(sys.stdin.buffer.read())
        found = [*bandit(program, work), *semgrep(program, work)]
    print(
        json.dumps(
            [
                {"tool": tool, "rule": rule, "line": line, "message": re.sub(r"\s+", " ", message).strip()[:400]}
                for tool, rule, line, message in sorted(found, key=lambda finding: (finding[2], finding[:2]))
            ]
        )
    )


if __name__ == "__main__":
    main()
