import base64
import json
import os
import re
import secrets

_NAME = re.compile(r"job-([0-9]{1,30})\.json", re.ASCII)


def _encode(value):
    kind = type(value)
    if value is None or kind in (str, bool, float):
        return [kind.__name__, value]
    if kind is int:
        return ["int", hex(value)]
    if kind is bytes:
        return ["bytes", base64.b64encode(value).decode("ascii")]
    if kind is list:
        return ["list", [_encode(item) for item in value]]
    if kind is dict:
        for key in value:
            if type(key) is not str:
                raise ValueError(f"the key {key!r} is no string")
        return ["dict", [[_encode(key), _encode(item)] for key, item in value.items()]]
    raise ValueError(f"a job cannot hold {value!r}")


def _plain(expected):
    def decode(content):
        if type(content) is not expected:
            raise ValueError("content and kind do not fit")
        return content
    return decode


def _decode_int(content):
    return int(_plain(str)(content), 16)


def _decode_bytes(content):
    return base64.b64decode(_plain(str)(content), validate=True)


def _decode_list(content):
    return [_decode(item) for item in _plain(list)(content)]


def _decode_dict(content):
    return {_decode(key): _decode(item) for key, item in _plain(list)(content)}


_DECODERS = {
    "NoneType": _plain(type(None)), "str": _plain(str), "bool": _plain(bool), "float": _plain(float),
    "int": _decode_int, "bytes": _decode_bytes, "list": _decode_list, "dict": _decode_dict,
}


def _decode(written):
    kind, content = _plain(list)(written)
    return _DECODERS[kind](content)


class Spool:
    def __init__(self, folder):
        self._folder = os.fspath(folder)

    def _jobs(self):
        with os.scandir(self._folder) as entries:
            return sorted(
                (int(_NAME.fullmatch(entry.name)[1]), entry.path)
                for entry in entries
                if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
            )

    def put(self, kind, options):
        if type(kind) is not str or type(options) is not dict:
            raise ValueError("a job has a kind, a string, and options, a dictionary")
        try:
            text = json.dumps({"kind": kind, "options": _encode(options)})
        except RecursionError:
            raise ValueError("the options are nested too deeply") from None
        number = max((number for number, _ in self._jobs()), default=0) + 1
        draft = os.path.join(self._folder, ".draft-" + secrets.token_hex(8))
        with open(draft, "x", encoding="ascii") as stream:
            stream.write(text)
        os.rename(draft, os.path.join(self._folder, f"job-{number:010d}.json"))

    def take(self):
        for _, path in self._jobs():
            try:
                with open(path, "rb", opener=lambda p, f: os.open(p, f | os.O_NOFOLLOW)) as stream:
                    raw = stream.read()
                os.unlink(path)
            except FileNotFoundError:
                continue
            try:
                job = json.loads(raw)
                kind, options = _plain(str)(job["kind"]), _decode(job["options"])
                if type(options) is not dict:
                    raise ValueError("options are a dictionary")
            except (ValueError, TypeError, KeyError, RecursionError):
                continue            # somebody else's file: it is away now, and no job
            return kind, options
        return None

    def waiting(self):
        return len(self._jobs())
