"""Texts under a seal that does not reach all of them: flawed readers, and sound ones."""

import hashlib
import hmac
import unittest

import fakes

from probes import search
from probes.grammars.mosaics import mosaics


def mac(key, body):
    return hmac.new(key.encode(), body.encode(), hashlib.sha256).hexdigest()


def whole(key, body):
    return f"{mac(key, body)}.p.{body}"


def refused(wrong):
    if wrong:
        raise ValueError


def of_three(text, check):
    seal, kind, body = text.split(".")
    refused(check(seal, kind, body))
    return body


def halves(key, body):
    return hashlib.sha256(body.encode()).hexdigest()[:40] + hashlib.sha256(key.encode()).hexdigest()[:24] + body


def of_halves(text):
    refused(text[:64] != halves("own", text[64:])[:64])
    return text[64:]


def behind(text):
    body, _, seal = text.rpartition(":")
    refused(mac("own", body[:16]) != seal)
    return body


GAPS = {
    "a seal for one kind only": (
        whole,
        lambda text: of_three(text, lambda seal, kind, body: kind == "p" and seal != mac("own", body)),
    ),
    "an empty seal": (whole, lambda text: of_three(text, lambda seal, kind, body: seal and seal != mac("own", body))),
    "the beginning of a seal": (
        whole,
        lambda text: of_three(text, lambda seal, kind, body: not mac("own", body).startswith(seal)),
    ),
    "two halves, each of something else": (halves, of_halves),
    "the beginning is sealed": (lambda key, body: f"{body}:{mac(key, body[:16])}", behind),
    "any seal that was seen": (
        whole,
        lambda text: of_three(text, lambda seal, kind, body: seal != mac("own", "genuine" * 4)),
    ),
}


class Mosaics(fakes.ProbeTest):
    def read(self, write, read):
        forged = "genuine" * 4 + " and more"

        def effect(text):
            try:
                return read(text) == forged
            except ValueError:
                return None

        candidates = mosaics(write("own", "genuine" * 4), write("other", forged), ["p", "j"])
        return search.first(candidates, effect, 300)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, (write, read) in GAPS.items() if not self.read(write, read)], [])

    def test_a_sound_reader_withstands(self) -> None:
        sound = lambda text: of_three(text, lambda seal, kind, body: seal != mac("own", body))  # noqa: E731
        self.assertIsNone(self.read(whole, sound))


if __name__ == "__main__":
    unittest.main()
