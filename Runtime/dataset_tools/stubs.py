"""Solutions that solve nothing: each must be found incorrect."""

import ast
from typing import Any

ALWAYS_EQUAL = """
class Everything:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __bool__(self): return True
    def __hash__(self): return 0
    def __len__(self): return 1
    def __iter__(self): return iter(())
    def __contains__(self, item): return True
    def __getattr__(self, name): return lambda *args, **kwargs: self
    def __call__(self, *args, **kwargs): return self
"""


def of_sample(sample: dict[str, Any]) -> list[dict[str, str]]:
    points = sample["entry_points"]
    stubs = {
        "empty file": "",
        "refuses everything": "".join(stub(point, "raise NotImplementedError") for point in points),
        "returns None": "".join(stub(point, "return None") for point in points),
        "equals everything": ALWAYS_EQUAL + "".join(stub(point, "return Everything()") for point in points),
    }
    known = hard_coded(sample)
    if known:
        stubs["knows only the examples"] = known
    return [{"name": name, "source": source, "expect": "incorrect"} for name, source in stubs.items()]


def stub(point: dict[str, str], body: str) -> str:
    name, signature = point["name"], point["signature"]
    if signature.startswith("class "):
        method = f"lambda *args, **kwargs: _{name}_method()"
        return (
            f"\ndef _{name}_method():\n    {body}\n"
            f"class {name}:\n    def __init__(self, *args, **kwargs): pass\n    def __getattr__(self, attribute): return {method}\n"
        )
    if signature.startswith(("def ", "async def ")):
        return f"\ndef {name}(*args, **kwargs):\n    {body}\n"
    # A variable, such as a WSGI application: something callable that answers as the body says.
    return f"\ndef {name}(*args, **kwargs):\n    {body}\n"


def hard_coded(sample: dict[str, Any]) -> str | None:
    """A solution that looks the printed calls up; None when no example is a plain call of an entry point."""
    functions = {point["name"] for point in sample["entry_points"] if not point["signature"].startswith("class ")}
    answers: dict[str, list[tuple[str, str]]] = {}
    for example in sample["examples"]:
        try:
            call = ast.parse(example["call"].strip(), mode="eval").body
        except SyntaxError:
            continue
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in functions and example.get("output"):
            positional = ast.unparse(ast.Tuple([*call.args], ast.Load()))
            named = "{" + ", ".join(f"{word.arg!r}: {ast.unparse(word.value)}" for word in call.keywords if word.arg) + "}"
            answers.setdefault(call.func.id, []).append((f"({positional}, {named})", example["output"].strip()))
    if not answers:
        return None
    source = ""
    for point in sample["entry_points"]:
        pairs = answers.get(point["name"])
        if pairs is None:
            source += stub(point, "return None")
            continue
        source += f"\ndef {point['name']}(*args, **kwargs):\n"
        for arguments, output in pairs:
            source += f"    if (args, kwargs) == {arguments}: return {output}\n"
        source += "    return None\n"
    return source
