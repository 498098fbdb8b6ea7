import base64
import json
import unittest

import fakes  # noqa: F401  (makes `probes` and a stand-in for `harness` importable)
import jwt
from itsdangerous import BadData, URLSafeSerializer

from probes import roles

KEY = "a-long-key-of-this-site-4711-4711"
CLAIMS = {"sub": "ada", "role": "user"}


def verified(text: str, **options) -> bool:
    try:
        jwt.decode(text, KEY, algorithms=["HS256"], **options)
        return True
    except jwt.InvalidTokenError:
        return False


class Tokens(unittest.TestCase):
    def test_a_token_is_one_that_other_libraries_read(self) -> None:
        made = roles.token(CLAIMS, KEY)
        self.assertEqual(jwt.decode(made, KEY, algorithms=["HS256"]), CLAIMS)
        self.assertEqual(roles.read_token(made), ({"alg": "HS256", "typ": "JWT"}, CLAIMS))
        self.assertEqual(roles.read_token(jwt.encode(CLAIMS, KEY, "HS256"))[1], CLAIMS)

    def test_a_right_reader_accepts_no_forged_token(self) -> None:
        for key in (None, KEY):
            accepted = [name for name, text in roles.forged_tokens(CLAIMS, key).items() if verified(text)]
            self.assertEqual(accepted, [])

    def test_careless_readers_accept_some(self) -> None:
        def accepted(**given) -> set[str]:
            names = set()
            for name, text in roles.forged_tokens(CLAIMS, KEY).items():
                try:
                    if roles.read_token(text)[0].get("alg") not in given.get("unsigned", ()):
                        jwt.decode(text, given.get("key", KEY), algorithms=["HS256"], options=given.get("options"))
                    names.add(name)
                except (jwt.PyJWTError, ValueError):
                    continue
            return names

        self.assertIn("wrong key", accepted(options={"verify_signature": False}))
        self.assertEqual(accepted(options={"verify_exp": False}), {"expired"})
        self.assertEqual(accepted(options={"verify_nbf": False}), {"not yet valid"})
        self.assertEqual(accepted(unsigned=["none"]), {"algorithm none", "algorithm none, old signature"})
        self.assertIn("weak key 'secret'", accepted(key="secret"))

    def test_changed_claims_keep_the_shape_and_lose_the_signature(self) -> None:
        genuine = roles.token(CLAIMS, KEY)
        for name, text in roles.tampered(genuine, role="admin").items():
            self.assertEqual(roles.read_token(text)[1], {"sub": "ada", "role": "admin"}, name)
            self.assertFalse(verified(text), name)

    def test_cookies_of_other_shapes_are_changed(self) -> None:
        serializer = URLSafeSerializer("k")
        for text in roles.tampered(serializer.dumps(CLAIMS), role="admin").values():
            with self.assertRaises(BadData):
                serializer.loads(text)
        plain = base64.b64encode(json.dumps(CLAIMS).encode()).decode()
        self.assertTrue(
            any(
                json.loads(base64.b64decode(text + "==")) == {"sub": "ada", "role": "admin"}
                for text in roles.tampered(plain, role="admin").values()
            )
        )
        self.assertEqual(
            roles.tampered("user=ada&role=user", role="admin")["text with other values"], "user=ada&role=admin"
        )
        self.assertEqual(roles.tampered("ada:user", user="admin")["words exchanged"], "ada:admin")
        self.assertEqual(
            json.loads(roles.tampered('{"role": "user"}', role="admin")["text, old signature"]), {"role": "admin"}
        )


class Callers(unittest.TestCase):
    def test_only_those_with_an_effect_are_named(self) -> None:
        letters = {"ada": "hello"}

        def read(name: str | None) -> str:
            if name is None:
                raise PermissionError
            return letters.get(name, "")

        could = roles.who_could(
            {"anonymous": lambda: read(None), "bob": lambda: read("bob"), "ada": lambda: read("ada")},
            lambda outcome: outcome.value == "hello",
        )
        self.assertEqual(could, ["ada"])

    def test_roles_are_claimed_everywhere_a_client_can_write(self) -> None:
        claimed = roles.claimed_role("boss")
        self.assertEqual(set(claimed), {"form", "query", "headers", "cookies", "json"})
        self.assertEqual(
            (claimed["form"]["role"], claimed["headers"]["X-Role"], claimed["json"]["is_admin"]), ("boss", "boss", True)
        )


if __name__ == "__main__":
    unittest.main()
