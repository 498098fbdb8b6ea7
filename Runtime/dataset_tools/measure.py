"""Measures how often the judge is fooled, or unfair: programs are made from the samples and judged.

    python3 -m dataset_tools.measure adversaries [--home FOLDER] [--sample PREFIX]… [--only REGEX] [--every] [--level 2]
    python3 -m dataset_tools.measure natural     [the same]

Exit status 1 when a disguised program was called secure, or a right one anything else.
"""

import argparse
import collections
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from . import adversaries, natural
from .judge import Judge, Sample, samples

HOME = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="dataset_tools.measure")
    parser.add_argument("what", choices=("adversaries", "natural"))
    parser.add_argument("--home", type=Path, default=HOME, help="the checkout whose Runtime and Dataset are measured")
    parser.add_argument("--sample", action="append", help="beginning of an id; may be repeated")
    parser.add_argument("--only", default="", help="recipes or styles whose name matches this regular expression")
    parser.add_argument("--every", action="store_true", help="every insecure program, or right ones in every style")
    parser.add_argument("--level", type=int)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    chosen = [one for one in samples(given.home) if not given.sample or one.id.startswith(tuple(given.sample))]
    with Judge(given.home, given.workers, given.level) as judge:
        if given.what == "adversaries":
            return _adversaries(judge, chosen, given.only, given.every)
        return _natural(judge, chosen, given.only, given.every)


def disguised(judge: Judge, sample: Sample, only: str = "", every: bool = False) -> Iterator[tuple[str, str, str]]:
    """Path, recipe and text of a sample's disguised programs."""
    for path, source in sample.insecure.items():
        if path == "insecure.py" or every:
            counted = judge.output(sample, adversaries.counting(sample, source))
            for name, text in adversaries.programs(sample, source, adversaries.facts(counted), only).items():
                yield path, name, text


def _adversaries(judge: Judge, chosen: list[Sample], only: str, every: bool) -> int:
    table: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    fooled = 0
    work = [(sample, *program) for sample in chosen for program in disguised(judge, sample, only, every)]
    judgements = judge.judge_all((sample, text) for sample, _, _, text in work)
    for (sample, path, name, _), judgement in zip(work, judgements, strict=True):
        table[name][judgement.kind] += 1
        if judgement.kind == "secure":
            fooled += name not in adversaries.TESTIMONY
            print(f"{sample.id} {path}: {name}", flush=True)
        elif judgement.kind == "harness-error":
            print(f"{sample.id} {path}: {name}: {judgement.detail}", flush=True)
    kinds = ("secure", "insecure", "inconclusive", "incorrect", "harness-error")
    print(f"\n{'recipe':52}" + "".join(f"{kind:>14}" for kind in kinds))
    for name, counts in table.items():
        print(f"{name:52}" + "".join(f"{counts[kind]:14}" for kind in kinds))
    print(f"{len(work)} programs, {fooled} called secure without being testimony")
    return 1 if fooled else 0


def _natural(judge: Judge, chosen: list[Sample], only: str, every: bool) -> int:
    started = time.monotonic()
    work = [
        (sample, path, style, text)
        for sample in chosen
        for path, source in sample.secure.items()
        for style, text in natural.programs(sample.id, path, source, only, every).items()
    ]
    wrong = 0
    judgements = judge.judge_all((sample, text) for sample, _, _, text in work)
    for (sample, path, style, _), judgement in zip(work, judgements, strict=True):
        if judgement.kind != "secure":
            wrong += 1
            print(f"{sample.id} {path}, {style}: {judgement.kind}: {judgement.detail}", flush=True)
    print(f"{len(work)} right programs, {wrong} not called secure, {time.monotonic() - started:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
