"""Scores pairs (see pairs.py) from standard input with the reference implementation, the Python package `codebleu`.

    reference.py ordered|plain|time [ROUNDS]

ordered: its sets give their elements in sorted order, so that its answer does not depend on the hash seed.
plain: as it is. Both print CodeBLEU and its four parts, one pair a line, in full precision.
time: prints the nanoseconds of processor time a pair, the best of the rounds.
"""

import builtins
import ctypes
import json
import logging
import sys
import time
import warnings

import codebleu.codebleu as implementation
import codebleu.dataflow_match as dataflow_match
import codebleu.parser.DFG as data_flow
import tree_sitter
import tree_sitter_python

PARTS = ["codebleu", "ngram_match_score", "weighted_ngram_match_score", "syntax_match_score", "dataflow_match_score"]


class SortedSet(builtins.set):
    def __iter__(self):
        return iter(sorted(super().__iter__()))


def language():
    """tree-sitter-python 0.23 gives a capsule; tree_sitter 0.22 wants the pointer inside it as a number."""
    capsule = tree_sitter_python.language()
    if isinstance(capsule, int):
        return tree_sitter.Language(capsule)
    pointer_of = ctypes.pythonapi.PyCapsule_GetPointer
    pointer_of.restype = ctypes.c_void_p
    pointer_of.argtypes = [ctypes.py_object, ctypes.c_char_p]
    return tree_sitter.Language(pointer_of(capsule, b"tree_sitter.Language"))


def score(pair):
    return implementation.calc_codebleu([pair["references"]], [pair["candidate"]], "python")


def main():
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    python = language()
    implementation.get_tree_sitter_language = lambda name: python
    mode = sys.argv[1]
    if mode == "ordered":
        dataflow_match.set = SortedSet
        data_flow.set = SortedSet
    pairs = [json.loads(line) for line in sys.stdin]
    if mode == "time":
        best = None
        for _ in range(int(sys.argv[2])):
            start = time.process_time_ns()
            for pair in pairs:
                score(pair)
            elapsed = time.process_time_ns() - start
            best = elapsed if best is None else min(best, elapsed)
        print(best / len(pairs))
        return
    for pair in pairs:
        result = score(pair)
        print(" ".join(repr(float(result[part])) for part in PARTS))


main()
