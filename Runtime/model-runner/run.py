"""Answers requests with a function: python3 run.py FILE.py FUNCTION.

One JSON object a line comes in on standard input and goes out on standard output, with the same `id`
(`docs/models.md`). The function gets the request as a dictionary and returns the answer as a text, or a dictionary with
`answer`, `refusal` or `error`. A coroutine function answers up to 16 requests at once, another one a single one, unless
its attribute or its module's variable `concurrency` says how many.
"""

import asyncio
import importlib.util
import inspect
import json
import os
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TextIO

_OF_COROUTINES = 16


def load(path: str, name: str) -> Callable[[dict[str, Any]], Any]:
    spec = importlib.util.spec_from_file_location(os.path.splitext(os.path.basename(path))[0], path)
    if spec is None or spec.loader is None or not os.path.isfile(path):
        sys.exit(f"'{path}' is no Python file")
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    function = getattr(module, name, None)
    if not callable(function):
        sys.exit(f"'{path}' has no function '{name}'")
    if not hasattr(function, "concurrency") and hasattr(module, "concurrency"):
        function.concurrency = module.concurrency
    return function


def line(request: dict[str, Any], result: Any) -> dict[str, Any]:
    if isinstance(result, str):
        result = {"answer": result}
    if not isinstance(result, dict):
        result = {"error": f"the function returned {type(result).__name__} instead of a text or a dictionary"}
    return {**result, "id": request.get("id")}


async def serve(function: Callable[[dict[str, Any]], Any], out: TextIO) -> None:
    is_coroutine = inspect.iscoroutinefunction(function)
    most = int(getattr(function, "concurrency", _OF_COROUTINES if is_coroutine else 1))
    loop = asyncio.get_running_loop()
    threads = ThreadPoolExecutor(max_workers=most)
    reading = ThreadPoolExecutor(max_workers=1)

    def write(document: dict[str, Any]) -> None:
        try:
            text = json.dumps(document, ensure_ascii=False)
        except (TypeError, ValueError) as error:
            text = json.dumps({"id": document.get("id"), "error": f"the function's answer is no JSON: {error}"})
        out.write(text + "\n")
        out.flush()

    async def answer(text: str) -> None:
        request = json.loads(text)
        try:
            result = await function(request) if is_coroutine else await loop.run_in_executor(threads, function, request)
        except Exception as error:
            traceback.print_exc()
            result = {"error": f"{type(error).__name__}: {error}"}
        write(line(request, result))

    write({"concurrency": most})
    tasks: set[asyncio.Task[None]] = set()
    while text := await loop.run_in_executor(reading, sys.stdin.readline):
        task = asyncio.create_task(answer(text))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    # Nobody waits for what is still under way.
    os._exit(0)


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    # What the function prints must not come between the answers.
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    asyncio.run(serve(load(sys.argv[1], sys.argv[2]), out))


if __name__ == "__main__":
    main()
