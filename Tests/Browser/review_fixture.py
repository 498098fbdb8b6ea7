"""A review of ten programs: the controls' on four samples, and two that are hostile."""

import json
from pathlib import Path

from test_pages import HOSTILE, secucogen

#: What no rater may see in any response.
SECRETS = ("control/", "secret-label", "exploited", "security/test", "wrong-result", "generate", ".run")


def make_review(folder: Path, raters: tuple[str, ...] = ("ada", "ben")) -> Path:
    runs = []
    for control in ("secure", "insecure"):
        runs.append(str(folder / f"{control}.run"))
        samples = [word for one in ("CWE-89_01", "CWE-89_02", "CWE-79_01", "CWE-20_01") for word in ("--sample", one)]
        secucogen("run", "--model", f"control/{control}", *samples, "--output", runs[-1])
    answers, hostile = folder / "answers.jsonl", str(folder / "hostile.run")
    with answers.open("w") as file:
        for attempt in range(2):
            text = "\n".join(f"# {one}" for one in HOSTILE[attempt::2])
            file.write(json.dumps({"task_id": "CWE-89_01", "solution": f"x = {text!r}\n{text}\n", "attempt": attempt}) + "\n")
    secucogen("import", str(answers), "--samples", "answered", "--label", "secret-label", "--output", hostile)
    secucogen("score", hostile)
    review = folder / "a.review"
    named = [word for rater in raters for word in ("--rater", rater)]
    secucogen("review", "create", str(review), *runs, hostile, *named)
    return review
