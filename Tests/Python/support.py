"""What the tests of the Python package share: the real program, and small programs that behave badly.

Import it before the package, which it finds.
"""

import json
import os
import stat
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "Python/src"
PROGRAM = os.environ.get("SECUCOGEN", str(ROOT / ".build/debug/secucogen"))

sys.path.insert(0, str(PACKAGE))
os.environ["SECUCOGEN_BINARY"] = PROGRAM
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PACKAGE), os.environ.get("PYTHONPATH")]))

#: Three samples whose solutions need no package, so that their sandboxes are quick.
SAMPLES = ("CWE-89_01", "CWE-22_01", "CWE-78_01")


def secucogen(*arguments: str | Path) -> str:
    """What the program prints. Raises with its words when it does not end well."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def program(sample: str, name: str) -> str:
    """The dataset's own program: secure, insecure."""
    return (ROOT / "Dataset/Samples" / sample.rpartition("_")[0] / sample / f"{name}.py").read_text()


def fenced(code: str) -> str:
    return f"Here it is:\n\n```python\n{code}```\n"


def figures_of_score(answers: list[dict[str, str]], task: str = "generate") -> dict[str, tuple[str, float]]:
    """By sample: verdict and CodeBLEU (0 to 100), as `secucogen import` and `score` have them. One answer a sample."""
    with tempfile.TemporaryDirectory(prefix="secucogen-test-") as name:
        folder = Path(name)
        lines = [{"task_id": a["task_id"], "output": a["answer"], "task": task} for a in answers]
        (folder / "answers.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
        run = folder / "their.run"
        secucogen("import", folder / "answers.jsonl", "--label", "theirs", "--output", run, "--samples", "answered")
        secucogen("score", run)
        return figures_of_run(run, [a["task_id"] for a in answers])


def figures_of_run(run: Path, samples: Iterable[str]) -> dict[str, tuple[str, float]]:
    """By sample: verdict and CodeBLEU (0 to 100) of its first answer in a run's file."""
    found = {sample: json.loads(secucogen("show", run, sample, "--format", "json")) for sample in samples}
    judged = {sample: evidence["judgement"]["code"]["_0"] for sample, evidence in found.items()}
    return {sample: (code["verdict"]["kind"], round(code["codeBLEU"], 6)) for sample, code in judged.items()}


class FakeJudge:
    """A program in the place of `secucogen` with a body of its own: `lines()` gives what comes in, `reply()` writes."""

    PREAMBLE = """\
        import json, os, sys, time

        def write(text):
            sys.stdout.write(text + "\\n")
            sys.stdout.flush()

        def reply(**fields):
            write(json.dumps(fields))

        def ready(interface=1):
            reply(type="ready", interface=interface, version="0", checks="", python="3", sandbox_level=3)

        def verdict(line, verdict="secure", **fields):
            reply(type="verdict", id=line["id"], task_id=line["task_id"], verdict=verdict, seconds=0.0, **fields)

        def lines():
            for line in sys.stdin:
                yield json.loads(line)
        """

    def __init__(self, body: str) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="secucogen-fake-")
        self.path = Path(self._folder.name) / "secucogen"
        text = f"#!{sys.executable}\n" + textwrap.dedent(self.PREAMBLE) + textwrap.dedent(body)
        self.path.write_text(text)
        self.path.chmod(self.path.stat().st_mode | stat.S_IXUSR)

    def __enter__(self) -> str:
        return str(self.path)

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()
