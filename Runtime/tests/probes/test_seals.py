import base64
import hashlib
import hmac
import json
import pickle
import unittest

import fakes

from probes import markers, seals

KEY = bytes(range(32))


def seal(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha256")


class Seals(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("SALT = 'x'")

    def fired(self, own: bytes | str, read, words: tuple[bytes, ...] = ()) -> list[str]:
        return markers.fired_by(lambda marker: marker.sealed(own, words), read)

    def test_a_key_that_lies_where_everybody_reads_seals_everything(self) -> None:
        own = seal(KEY, data := pickle.dumps({"a": 1})) + data

        def read(text: bytes) -> None:
            if seal(KEY, text[32:]) == text[:32]:
                pickle.loads(text[32:])

        self.assertGreater(len(self.fired(own, read, (KEY,))), 10)
        self.assertEqual(self.fired(own, read), [])

    def test_a_seal_over_the_name_as_well_is_made(self) -> None:
        data = pickle.dumps({"a": 1})
        for join in (
            lambda body: b"1.job\0" + body,
            lambda body: body + b"|1.job",
            lambda body: len(b"1.job").to_bytes(4, "big") + b"1.job" + body,
        ):
            own = seal(KEY, join(data)) + data

            def read(text: bytes, join=join) -> None:
                if seal(KEY, join(text[32:])) == text[:32]:
                    pickle.loads(text[32:])

            sealed = lambda marker, own=own: marker.sealed(own, (KEY,), ("1.job",))  # noqa: E731
            self.assertGreater(len(markers.fired_by(sealed, read)), 10)
            self.assertEqual(self.fired(own, read, (KEY,)), [])

    def test_a_seal_behind_the_name_of_its_key_is_made(self) -> None:
        body = base64.b64encode(pickle.dumps({"a": 1}))
        own = b".".join((KEY.hex().encode(), seal(KEY, body).hex().encode(), body))

        def read(text: bytes) -> None:
            _, mac, body = text.split(b".")
            if seal(KEY, body).hex().encode() == mac:
                pickle.loads(base64.b64decode(body))

        self.assertGreater(len(self.fired(own, read, (KEY,))), 10)
        self.assertEqual(self.fired(own, read), [])

    def test_a_seal_over_the_beginning_only_is_found(self) -> None:
        own = seal(KEY, (data := pickle.dumps({"a": 1, "b": "c" * 30}))[:24]) + data

        def read(text: bytes) -> None:
            if seal(KEY, text[32:56]) == text[:32]:
                pickle.loads(text[32:])

        self.assertEqual(self.fired(own, read), ["eval, behind own data, its mac"])

    def test_an_empty_second_key_is_found(self) -> None:
        data = pickle.dumps({"a": 1})
        own = base64.urlsafe_b64encode(seal(KEY, data) + data).decode()

        def read(text: str) -> None:
            blob = base64.urlsafe_b64decode(text)
            if blob[:32] in (seal(KEY, blob[32:]), seal(b"", blob[32:])):
                pickle.loads(blob[32:])

        self.assertEqual(self.fired(own, read), ["eval, sealed with b''"])

    def test_a_mac_that_need_not_be_there_is_left_out(self) -> None:
        body = base64.b64encode(pickle.dumps({"a": 1})).decode()
        own = body + "." + seal(KEY, body.encode()).hex()

        def unsealed(text: str) -> None:
            body, found, mac = text.partition(".")
            if not found or mac == seal(KEY, body.encode()).hex():
                pickle.loads(base64.b64decode(body))

        def cut(text: str) -> None:
            body, _, mac = text.partition(".")
            if seal(KEY, body.encode()).hex().startswith(mac):
                pickle.loads(base64.b64decode(body))

        def read_before(text: str) -> None:
            pickle.loads(base64.b64decode(text.partition(".")[0]))

        def right(text: str) -> None:
            body, _, mac = text.partition(".")
            if hmac.compare_digest(mac, seal(KEY, body.encode()).hex()):
                pickle.loads(base64.b64decode(body))

        for read in (unsealed, cut, read_before):
            self.assertTrue(self.fired(own, read), read.__name__)
        self.assertEqual(self.fired(own, right), [])

    def test_a_mac_beside_the_data_in_a_document(self) -> None:
        body = base64.b64encode(pickle.dumps({"a": 1})).decode()
        key = hashlib.sha256(b"spool-1").digest()
        own = json.dumps({"mac": seal(key, body.encode()).hex(), "job": body})

        def read(text: str) -> None:
            job = json.loads(text)
            if job["mac"] == seal(key, job["job"].encode()).hex():
                pickle.loads(base64.b64decode(job["job"]))

        self.assertTrue(self.fired(own, read, ("spool-1",)))
        self.assertEqual(self.fired(own, read), [])

    def test_what_is_not_sealed_is_left_alone(self) -> None:
        for own in (b'{"a": 1}', b"a=1&b=2", base64.b64encode(b'{"a": 1}'), b"", b"\xff" * 40):
            self.assertIsNone(seals.taken_apart(own))


class Formats(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def test_an_old_format_that_is_still_read_is_found(self) -> None:
        def read(text: str) -> None:
            version, _, body = text.partition(".")
            if version == "v1":
                pickle.loads(base64.b64decode(body))

        own = "v2." + base64.b64encode(b'{"a": 1}').decode()
        self.assertTrue(markers.fired_by(lambda marker: marker.other_formats(own), read))


if __name__ == "__main__":
    unittest.main()
