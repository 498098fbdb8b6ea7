import os
import signal
import tempfile
from contextlib import ExitStack
from pathlib import Path

DEFAULTS = [signal.SIGPIPE]


def _argument(text):
    try:
        raw = os.fsencode(text)
    except UnicodeEncodeError:
        return None
    return None if b"\0" in raw or len(raw) > 100_000 else raw


def _spawn(words, stdin, stdout):
    actions = [(os.POSIX_SPAWN_DUP2, stdin, 0), (os.POSIX_SPAWN_DUP2, stdout, 1)]
    return os.posix_spawnp(words[0], words, os.environ, file_actions=actions, setsigdef=DEFAULTS)


def cutting_plan(title, paper, path):
    tune, kind = _argument(title), _argument(paper)
    if tune is None or kind is None:
        return None
    with ExitStack() as stack:
        nothing = stack.enter_context(open(os.devnull, "rb"))
        notes = stack.enter_context(tempfile.TemporaryFile(buffering=0))
        plan = stack.enter_context(tempfile.TemporaryFile(buffering=0))
        steps = (
            ([b"tunebook", tune], nothing, notes),
            ([b"rollcut", b"--paper", kind], notes, plan),
        )
        for words, source, sink in steps:
            source.seek(0)
            _, state = os.waitpid(_spawn(words, source.fileno(), sink.fileno()), 0)
        if os.waitstatus_to_exitcode(state) != 0:
            return None
        plan.seek(0)
        text = plan.read()
    Path(path).write_bytes(text)
    return len(text.removesuffix(b"\n").split(b"\n")) if text else 0


def cut_all(order, folder):
    def failed(pair):
        title, paper = pair
        return "/" in title or cutting_plan(title, paper, Path(folder) / f"{title}.plan") is None

    return [pair[0] for pair in filter(failed, order)]
