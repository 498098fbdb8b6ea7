import base64
import hashlib
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


if __name__ == "__main__":
    unittest.main()
