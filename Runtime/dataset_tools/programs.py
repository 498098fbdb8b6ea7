"""Every program of a sample that is judged: its own files, and what is made from them."""

import ast
import hashlib
from typing import Any

from . import mutants


def of_sample(sample: dict[str, Any]) -> dict[str, Any]:
    """The mutants and stubs, and a digest for each program by its path or name."""
    made = mutants.of_sample(sample)
    digests = {file["path"]: digest(file["source"]) for file in sample["files"] if not file["path"].startswith("checks/")}
    digests |= {mutant["name"]: digest(mutant["source"]) for mutant in made}
    return {"mutants": made, "digests": digests}


def digest(source: str) -> str:
    """The same for two programs that differ in layout and comments alone: one run judges both."""
    try:
        meaning = ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        meaning = source
    return hashlib.sha256(meaning.encode("utf-8", "surrogatepass")).hexdigest()
