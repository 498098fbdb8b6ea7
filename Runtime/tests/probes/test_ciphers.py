import base64
import hashlib
import json
import os
import unittest

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probes import ciphers

TEXT = b"My father sold kites."


def fernet(key):
    return Fernet(base64.urlsafe_b64encode(key))


class OpenedTest(unittest.TestCase):
    def test_keys_that_are_made_of_a_word(self):
        word = b"ghostwriters"
        for key in (
            hashlib.sha256(word).digest(),
            word.ljust(32, b"0"),
            word.ljust(32, b"\0"),
        ):
            data = fernet(key).encrypt(TEXT)
            self.assertIn(TEXT, ciphers.opened(data, ["other", word.decode()]))
            self.assertEqual(ciphers.opened(data, ["other"]), [])

    def test_a_word_that_is_a_key(self):
        key = Fernet.generate_key()
        data = b'{"tape 1": "' + Fernet(key).encrypt(TEXT) + b'"}'
        self.assertIn(TEXT, ciphers.opened(data, [key + b"\n"]))
        self.assertIn(TEXT, ciphers.opened(data, [base64.urlsafe_b64decode(key).hex()]))

    def test_aes_with_a_nonce_and_a_head(self):
        key, nonce = os.urandom(16), os.urandom(12)
        sealed = nonce + AESGCM(key).encrypt(nonce, TEXT, b"tape 1")
        for data in (sealed, b"\x01" + sealed, base64.b64encode(sealed), sealed.hex().encode()):
            self.assertIn(TEXT, ciphers.opened(data, [key], ["tape 1"]))
            self.assertEqual(ciphers.opened(data, [key]), [])

    def test_a_key_that_is_wrapped_in_another(self):
        own, master = Fernet.generate_key(), hashlib.sha256(b"master").digest()
        data = fernet(master).encrypt(own) + b"\n" + Fernet(own).encrypt(TEXT)
        self.assertIn(TEXT, ciphers.opened(data, ["master"]))


class LockedTest(unittest.TestCase):
    def test_a_token_is_exchanged_where_it_stands(self):
        key = os.urandom(32)
        like = b'{"tape 1": "' + Fernet(Fernet.generate_key()).encrypt(b"x") + b'"}'
        made = ciphers.locked(TEXT, key, like)[0]
        self.assertEqual((made[:12], made[-2:]), (like[:12], b'"}'))
        self.assertEqual(ciphers.opened(made, [key]), [TEXT])

    def test_aes_where_there_is_no_token(self):
        key = os.urandom(32)
        for made in ciphers.locked(TEXT, key, os.urandom(60), "tape 1"):
            self.assertEqual(ciphers.opened(made, [key], ["tape 1"]), [TEXT])

    def test_what_is_not_encrypted(self):
        like = b"v1:" + Fernet(Fernet.generate_key()).encrypt(b"x")
        self.assertIn(b"v1:" + TEXT, ciphers.in_clear(TEXT, like))


KEYS = {"k-own": os.urandom(32), "../drive/host": bytes(range(32))}


def sealed(layout: str, key_id: str, text: bytes) -> bytes:
    key, nonce, name = KEYS[key_id], os.urandom(12), key_id.encode()
    if layout == "length":
        head = bytes([1, len(name)]) + name
        return head + nonce + AESGCM(key).encrypt(nonce, text, head + b"tape 1")
    if layout == "two bytes":
        head = len(name).to_bytes(2, "big") + name
        return head + nonce + AESGCM(key).encrypt(nonce, text, b"tape 1")
    if layout == "line":
        return name + b"\n" + nonce + AESGCM(key).encrypt(nonce, text, None)
    blob = nonce + AESGCM(key).encrypt(nonce, text, name if layout == "JSON" else None)
    if layout == "JSON":
        return json.dumps({"key": key_id, "data": base64.b64encode(blob).decode()}).encode()
    if layout == "hex":
        return name + b":" + blob.hex().encode()
    return name + b" " + Fernet(base64.urlsafe_b64encode(key)).encrypt(text)


def unsealed(layout: str, data: bytes) -> bytes:
    if layout in ("length", "two bytes"):
        start, size = (2, data[1]) if layout == "length" else (2, int.from_bytes(data[:2], "big"))
        name, rest = data[start : start + size], data[start + size :]
        extra = data[: start + size] + b"tape 1" if layout == "length" else b"tape 1"
        return AESGCM(KEYS[name.decode()]).decrypt(rest[:12], rest[12:], extra)
    if layout == "line":
        name, _, rest = data.partition(b"\n")
        return AESGCM(KEYS[name.decode()]).decrypt(rest[:12], rest[12:], None)
    if layout == "JSON":
        found = json.loads(data)
        rest = base64.b64decode(found["data"])
        return AESGCM(KEYS[found["key"]]).decrypt(rest[:12], rest[12:], found["key"].encode())
    name, _, coded = data.partition(b":" if layout == "hex" else b" ")
    if layout == "hex":
        rest = bytes.fromhex(coded.decode())
        return AESGCM(KEYS[name.decode()]).decrypt(rest[:12], rest[12:], None)
    return Fernet(base64.urlsafe_b64encode(KEYS[name.decode()])).decrypt(coded)


class NamedKeys(unittest.TestCase):
    LAYOUTS = ("length", "two bytes", "line", "JSON", "hex", "Fernet")

    def opened(self, layout: str, key: bytes) -> list[bytes]:
        like, found = sealed(layout, "k-own", b"genuine"), []
        for data in ciphers.named(b"forged", key, like, "k-own", "../drive/host", "tape 1"):
            try:
                found.append(unsealed(layout, data))
            except Exception:
                continue
        return found

    def test_a_text_under_a_key_that_it_names_itself_is_made_for_each_layout(self) -> None:
        for layout in self.LAYOUTS:
            with self.subTest(layout):
                self.assertIn(b"forged", self.opened(layout, KEYS["../drive/host"]))
                self.assertEqual(self.opened(layout, bytes(32)), [])

    def test_data_without_a_name_gives_nothing(self) -> None:
        self.assertEqual(ciphers.named(b"x", bytes(32), b"none", "k-own", "other"), [])

    def test_a_key_file_looks_like_another(self) -> None:
        key = bytes(range(32))
        for like in (os.urandom(32), os.urandom(32).hex().encode(), Fernet.generate_key()):
            made = ciphers.key_file(key, like)
            self.assertEqual(len(made), len(like))
            self.assertIn(key, ciphers.keys_of([made]))


if __name__ == "__main__":
    unittest.main()
