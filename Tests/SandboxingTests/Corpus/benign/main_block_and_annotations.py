from __future__ import annotations

import argparse
import logging
from typing import Optional

logging.basicConfig(level=logging.INFO)


def answer(question: Optional[str]) -> str:
    logging.info("asked")
    return f"{question}!"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("question")
    print(answer(parser.parse_args().question))


# --- check
from harness import solution


def test_answer():
    assert solution.answer("x") == "x!"
