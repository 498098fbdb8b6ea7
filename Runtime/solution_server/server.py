"""Answers the tester's requests: load the solution, call, read, iterate, speak WSGI, run a driver."""

import functools
import io
import os
import sys
import types
from collections.abc import Callable
from typing import Any

from wire import frames, plain

MODULE = "solution"
_MOST_HANDLES = 100_000
_LONGEST_MESSAGE = 4000
_DATA = (str, int, float, bytes, bytearray, list, tuple, set, frozenset, dict)


@functools.lru_cache(maxsize=64)
def compiled(source: str) -> types.CodeType:
    """The code of a part of a driver. The zygote asks for the drivers of all probes before any run does.

    To a program that looks at its callers, its frames look like those of an ordinary call.
    """
    return like_a_call(compile(source, __file__, "exec"))


def like_a_call(code: types.CodeType) -> types.CodeType:
    """The code under the name of `do_call`, and all that is defined in it."""
    constants = tuple(like_a_call(one) if isinstance(one, types.CodeType) else one for one in code.co_consts)
    return code.replace(co_consts=constants, co_filename=__file__, co_name="do_call", co_qualname="Server.do_call")


class Server:
    """Keeps the solution's module and the objects that the tester holds handles of."""

    def __init__(self, channel: Any, folder: str) -> None:
        self._channel = channel
        self._folder = folder
        self._module: types.ModuleType | None = None
        self._source = ""
        self._objects: dict[int, Any] = {}
        self._made: dict[int, Any] = {}
        self._standard_streams = (sys.stdout, sys.stderr)
        self._operations: dict[str, Callable[..., Any]] = {
            name.removeprefix("do_"): getattr(self, name) for name in dir(self) if name.startswith("do_")
        }

    def serve(self) -> None:
        """Answers requests until the tester is gone."""
        while True:
            try:
                request = frames.receive_in_turn(self._channel, largest=64 << 20)
            except frames.Closed:
                return
            answer = self._answer(request)
            self._flush()
            frames.send_bytes(self._channel, answer)

    def _answer(self, request: dict[str, Any]) -> bytes:
        number = request["id"]
        try:
            arguments = [plain.decode(item, self._resolve) for item in request["arguments"]]
            result = self._operations[request["operation"]](*arguments)
            if self._is_object(request, arguments, result):
                value = self._refer(result)
            else:
                value = plain.encode(result, self._refer)
            body = frames.pack({"id": number, "value": value})
            if len(body) <= frames.LARGEST_FRAME:
                return body
            raise OverflowError(f"the value takes {len(body)} bytes; at most {frames.LARGEST_FRAME} can be passed on")
        except BaseException as error:
            return frames.pack({"id": number, "error": describe(error)})

    def _is_object(self, request: dict[str, Any], arguments: list[Any], result: Any) -> bool:
        """Whether a check wants the methods of `result`, though its class may be derived from one of plain data.

        So it is with what the call of a class makes, and wherever that comes back. A class that stands in for a
        function has the function's name, which begins with a small letter: its results are data.
        """
        if request["operation"] == "call":
            target, path = arguments[0], request["arguments"][0].get("path") or [""]
            if type(result) is target and issubclass(target, _DATA) and path[-1][:1].isupper():
                self._made[id(result)] = result
        return self._made.get(id(result), self) is result

    def _flush(self) -> None:
        """The process may be killed at any moment after its answer; what it printed is kept."""
        for stream in self._standard_streams:
            try:
                stream.flush()
            except BaseException:
                pass

    def _refer(self, value: Any) -> plain.Reference:
        handle = len(self._objects) + 1
        if handle > _MOST_HANDLES:
            raise MemoryError("too many objects were passed on")
        self._objects[handle] = value
        kind = type(value)
        return {"!": "object", "handle": handle, "type": f"{kind.__module__}.{kind.__qualname__}"}

    def _resolve(self, reference: plain.Reference) -> Any:
        target = self._module if reference["handle"] == 0 else self._objects[reference["handle"]]
        for name in reference.get("path", ()):
            target = getattr(target, name)
        return target

    # Operations. The tester names the target by a reference, which decoding has turned into the object.

    def do_load(self, source: str) -> None:
        path = f"{self._folder}/{MODULE}.py"
        with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(source)
        self._source = source
        self.do_reload()

    def do_reload(self) -> None:
        path = f"{self._folder}/{MODULE}.py"
        module = types.ModuleType(MODULE)
        module.__file__ = path
        sys.modules[MODULE] = self._module = module
        exec(compile(self._source, path, "exec"), module.__dict__)

    def do_has(self, name: str) -> bool:
        return name in vars(self._module)

    def do_call(self, target: Any, arguments: list[Any], keywords: dict[str, Any]) -> Any:
        return target(*arguments, **keywords)

    def do_get(self, target: Any) -> Any:
        return target

    def do_attribute(self, target: Any, name: str) -> Any:
        return getattr(target, name)

    def do_set_attribute(self, target: Any, name: str, value: Any) -> None:
        setattr(target, name, value)

    def do_item(self, target: Any, key: Any) -> Any:
        return target[key]

    def do_set_item(self, target: Any, key: Any, value: Any) -> None:
        target[key] = value

    def do_length(self, target: Any) -> int:
        return len(target)

    def do_contains(self, target: Any, item: Any) -> bool:
        return item in target

    def do_text(self, target: Any) -> str:
        return str(target)

    def do_type_names(self, target: Any) -> list[str]:
        return [kind.__name__ for kind in type(target).__mro__]

    def do_iterator(self, target: Any) -> Any:
        return _Iterator(iter(target))

    def do_next(self, target: Any) -> list[Any]:
        try:
            return [next(target.iterator)]
        except StopIteration:
            return []

    def do_enter(self, target: Any) -> Any:
        return type(target).__enter__(target)

    def do_exit(self, target: Any) -> None:
        type(target).__exit__(target, None, None, None)

    def do_set_variable(self, name: str, value: str | None) -> None:
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value

    def do_variable(self, name: str) -> str | None:
        return os.environ.get(name)

    def do_testify(self, sources: list[str], values: dict[str, Any]) -> Any:
        namespace: dict[str, Any] = {"__name__": __name__, "like_a_call": like_a_call, "solution": self._module}
        namespace |= values
        for source in sources:
            exec(compiled(source), namespace)
        return namespace.get("result")

    def do_wsgi(self, application: Any, environ: dict[str, Any], body: bytes) -> list[Any]:
        started: list[Any] = []
        written = io.BytesIO()

        def start_response(status: str, headers: list[Any], exc_info: Any = None) -> Callable[[bytes], int]:
            started[:] = [status, [[str(name), str(value)] for name, value in headers]]
            return written.write

        environ = {
            **environ,
            "wsgi.version": (1, 0),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        chunks = application(environ, start_response)
        try:
            for chunk in chunks:
                written.write(chunk)
        finally:
            close = getattr(chunks, "close", None)
            if close is not None:
                close()
        return [*started, written.getvalue()]


class _Iterator:
    """Keeps an iterator from being taken for plain data."""

    def __init__(self, iterator: Any) -> None:
        self.iterator = iterator


def describe(error: BaseException) -> dict[str, Any]:
    """What the tester may know of an exception: its class chain, its text, its place in the solution."""
    try:
        message = str(error)
        number = getattr(error, "errno", None)
    except BaseException:
        message, number = "(an exception whose text cannot be had)", None
    return {
        "types": [kind.__name__ for kind in type(error).__mro__],
        "message": message[:_LONGEST_MESSAGE],
        "errno": number if type(number) is int else None,
        "line": _line_of(error),
    }


def _line_of(error: BaseException) -> int | None:
    """The innermost line of the solution that took part."""
    if isinstance(error, SyntaxError):
        return error.lineno if type(error.lineno) is int else None
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(f"/{MODULE}.py"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
