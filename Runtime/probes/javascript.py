"""Tells code from string literals and comments in JavaScript."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_REGEX_MAY_FOLLOW = re.compile(r"(^|[=(,\[!&|?{};:+\-*%~^<>]|\b(return|typeof|case|in|of|delete|void|throw))\s*$")


@dataclass(frozen=True)
class Piece:
    """A stretch of a script: `kind` is "code", "string", "comment" or "regex"; a string's text is unescaped."""

    kind: str
    text: str


def unescape(literal: str) -> str:
    """The value of the inside of a string literal: `a\\x3cb` → `a<b`."""

    def value(match: re.Match[str]) -> str:
        code = match.group(1)
        if len(code) > 1:
            number = int(code[1:].strip("{}"), 16)
            return chr(number) if number < 0x110000 else ""
        return _ESCAPES.get(code, code)

    return _ESCAPE.sub(value, literal)


def pieces(script: str) -> list[Piece]:
    """Splits a script: `f("a") // b` → code `f(`, string `a`, code `) `, comment `// b`."""
    return list(_Reader(script).read())


class _Reader:
    def __init__(self, script: str) -> None:
        self.script, self.at, self.code = script, 0, ""
        self.found: list[Piece] = []

    def _flush(self) -> None:
        if self.code:
            self.found.append(Piece("code", self.code))
            self.code = ""

    def _add(self, kind: str, text: str) -> None:
        self._flush()
        self.found.append(Piece(kind, text))

    def read(self, until_brace: bool = False) -> list[Piece]:
        depth = 0
        while self.at < len(self.script):
            rest = self.script[self.at : self.at + 4]
            if until_brace and rest[0] == "}" and depth == 0:
                break
            depth += {"{": 1, "}": -1}.get(rest[0], 0)
            if rest[0] in "\"'":
                self._string(rest[0])
            elif rest[0] == "`":
                self._template()
            elif rest.startswith("//") or rest == "<!--":
                self._comment_to("\n", keep_end=True)
            elif rest.startswith("/*"):
                self._comment_to("*/", keep_end=False)
            elif rest[0] == "/" and _REGEX_MAY_FOLLOW.search(self.code or "="):
                self._regex()
            else:
                self.code += rest[0]
                self.at += 1
        self._flush()
        return self.found

    def _string(self, quote: str) -> None:
        end = self.at + 1
        while end < len(self.script) and self.script[end] not in (quote, "\n"):
            end += 2 if self.script[end] == "\\" else 1
        self._add("string", unescape(self.script[self.at + 1 : end]))
        self.at = end + 1

    def _template(self) -> None:
        self.at += 1
        start = self.at
        while self.at < len(self.script) and self.script[self.at] != "`":
            if self.script.startswith("${", self.at):
                self._add("string", unescape(self.script[start : self.at]))
                self.at += 2
                self.read(until_brace=True)
                start = self.at + 1
            elif self.script[self.at] == "\\":
                self.at += 1
            self.at += 1
        self._add("string", unescape(self.script[start : self.at]))
        self.at += 1

    def _comment_to(self, end: str, keep_end: bool) -> None:
        stop = self.script.find(end, self.at)
        stop = len(self.script) if stop < 0 else stop + (0 if keep_end else len(end))
        self._add("comment", self.script[self.at : stop])
        self.at = stop

    def _regex(self) -> None:
        end, in_class = self.at + 1, False
        while end < len(self.script) and self.script[end] != "\n":
            character = self.script[end]
            if character == "\\":
                end += 1
            elif character in "[]":
                in_class = character == "["
            elif character == "/" and not in_class:
                break
            end += 1
        self._add("regex", self.script[self.at : end + 1])
        self.at = end + 1
