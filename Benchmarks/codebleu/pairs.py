"""Writes pairs of candidate and reference, one JSON object a line, made from the Python standard library.

    pairs.py COUNT SEED [--plain]

The references are functions and classes of this interpreter's standard library; the candidates are the same, mutated
in several ways, or others. Some pairs are malformed, empty or have two references. With --plain no pair is malformed,
and each has one reference: that is what the benchmark measures.
"""

import ast
import json
import os
import random
import re
import sys
import textwrap

STRAY = list("()[]{}:\"'\\\n\t #$?!é\x00\r")
LINES = [
    "    # a comment", 'x = "é" + y', "for i in range(3):", "  if a not b:", '    self.x = "abc"', "a, b = b, a",
    "while x: x -= 1", '"""text', "lambda: 0", "x = [i for i in y if i not in z]", "x: int = 5", "\f",
    "if a: b = 1\nelif c: b = 2", "print(a, b", "x = 'a\\", "   y'", "x.y[0] = z = [1, 2]", "def f(a=1, *b, c: int = d): pass",
]


def definitions():
    folder = os.path.dirname(os.__file__)
    found = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".py"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
            source = file.read()
        try:
            tree = ast.parse(source)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                text = ast.get_source_segment(source, node, padded=True)
                if text and 80 < len(text) < 2500:
                    found.append(textwrap.dedent(text))
    return found


def replace_name(text, random):
    names = sorted(set(re.findall(r"\b[a-z_]{3,}\b", text)))
    if not names:
        return text
    return re.sub(r"\b%s\b" % random.choice(names), random.choice(["x", "value", "naïve", "self.é"]), text)


def mutate(text, others, random):
    lines = text.split("\n")
    place = random.randrange(len(text) + 1)
    line = random.randrange(len(lines))
    ways = [
        lambda: "\n".join(lines[:line] + lines[line + 1 :]),
        lambda: replace_name(text, random),
        lambda: text[:place] + random.choice(STRAY) + text[place:],
        lambda: text[:place],
        lambda: text.replace("    ", "\t"),
        lambda: "\n".join(random.sample(lines, len(lines))),
        lambda: "\n".join(lines[:line] + [random.choice(LINES)] + lines[line:]),
        lambda: text + "\n" + random.choice(others),
        lambda: random.choice(others),
        lambda: text[:place] + text[place + random.randrange(40) :],
        lambda: text.replace("\n", "\r\n"),
        lambda: "for i in range(3):\n" + textwrap.indent("while q:\n" + textwrap.indent(text, "  "), "    "),
    ]
    return random.choice(ways)()


def mixed(number, others, random):
    references = [random.choice(others)]
    candidate = references[0]
    for _ in range(random.choice([0, 1, 1, 2, 3])):
        candidate = mutate(candidate, others, random)
    if number % 7 == 0:
        references.append(mutate(references[0], others, random))
    if number % 11 == 0:
        references[0] = mutate(references[0], others, random)
    if number % 97 == 0:
        candidate = ""
    if number % 101 == 0:
        references = [""]
    return candidate, references


def plain(others, random):
    reference = random.choice(others)
    lines = reference.split("\n")
    candidate = replace_name(reference, random)
    if len(lines) > 4:
        kept = [line for line in candidate.split("\n") if random.random() > 0.1]
        candidate = "\n".join(kept)
    return candidate, [reference]


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    generator = random.Random(seed)
    others = definitions()
    if "--plain" in sys.argv:
        others = [text for text in others if 500 < len(text) < 1000]
    for number in range(count):
        if "--plain" in sys.argv:
            candidate, references = plain(others, generator)
        else:
            candidate, references = mixed(number, others, generator)
        print(json.dumps({"candidate": candidate, "references": references}))


main()
