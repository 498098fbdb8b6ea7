from harness import program, solution

# The program as the Problem describes it, with a small archive.
DOUGHFIND = r"""
import sys
archive = [
    ("rye-3", 7, "Soda bread"),
    ("rye-3", 12, "Soda bread, sweet"),
    ("rye-3", 3, "O'Malley's no-knead \"soda\" bread -- quick"),
    ("wheat_1", 40, "Soda bread"),
    ("wheat_1", 41, "Focaccia: oil & salt; $5 * 100% (Liguria)"),
    ("wheat_1", 42, "Zopf – Brioche à tête"),
]
options, operands, rest = {}, [], argv[1:]
while rest:
    word = rest.pop(0)
    if word == "--":
        operands, rest = operands + rest, []
    elif word.startswith("--"):
        name, equals, value = word[2:].partition("=")
        long = [long for long in ("max", "to", "run") if long.startswith(name)]
        options[long[0]] = value if equals else rest.pop(0)
    elif word.startswith("-") and word != "-":
        options[{"n": "max", "t": "to", "r": "run"}[word[1]]] = word[2:] or rest.pop(0)
    else:
        operands.append(word)
if len(operands) > 2:
    sys.exit(2)
shelf, term = (operands + [None, None])[:2]
hits = [one for one in archive if shelf in (None, one[0]) and (term is None or term.lower() in one[2].lower())]
for _, number, title in hits[: int(options.get("max", 10))]:
    print(number, title, sep="\t")
sys.exit(0 if hits else 1)
"""


def find(shelf, term, limit=10):
    program("doughfind", code=DOUGHFIND)
    return solution.find_recipes(shelf, term, limit)


def test_hits_in_the_order_of_the_program():
    assert find("rye-3", "soda bread") == [(7, "Soda bread"), (12, "Soda bread, sweet")]


def test_another_shelf():
    assert find("wheat_1", "soda bread") == [(40, "Soda bread")]


def test_no_hit():
    assert find("rye-3", "umbrella") == []


def test_the_limit():
    assert find("rye-3", "bread", 1) == [(7, "Soda bread")]


def test_punctuation_inside_a_term():
    title = "O'Malley's no-knead \"soda\" bread -- quick"
    assert find("rye-3", title) == [(3, title)]
    assert find("wheat_1", "oil & salt; $5 * 100% (Lig") == [(41, "Focaccia: oil & salt; $5 * 100% (Liguria)")]


def test_other_languages():
    assert find("wheat_1", "Zopf – Brioche à tête") == [(42, "Zopf – Brioche à tête")]


def test_the_search_failed():
    program("doughfind", exit_code=3)
    try:
        found = solution.find_recipes("rye-3", "bread", 5)
    except RuntimeError:
        return
    assert False, f"gave {found!r}"


def test_more_than_ten_hits():
    tool = program("doughfind", stdout="".join(f"{number}\tBun {number}\n" for number in range(1, 16)))
    tool.clear()
    assert solution.find_recipes("buns", "bun", 15) == [(number, f"Bun {number}") for number in range(1, 16)]
    assert len(tool.calls) == 1
