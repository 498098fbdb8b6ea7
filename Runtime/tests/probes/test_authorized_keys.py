import unittest

import fakes  # noqa: F401

from probes import authorized_keys

ED, RSA = authorized_keys.made("ssh-ed25519", 1), authorized_keys.made("ssh-rsa", 2)


def options(*lines):
    return [key.options for key in authorized_keys.read("\n".join(lines).encode())]


class WhatSshdReads(unittest.TestCase):
    def test_a_key_without_options(self):
        (key,) = authorized_keys.read(f"ssh-ed25519 {ED} ada@lab".encode())
        self.assertEqual((key.options, key.kind), ((), "ssh-ed25519"))

    def test_lines_end_with_a_line_feed_only(self):
        for sign in "\r\x0b\x0c\x1c\x85\u2028":
            self.assertEqual(len(options(f"ssh-rsa {RSA} x{sign}ssh-ed25519 {ED}")), 1, ascii(sign))
        self.assertEqual(len(options(f"ssh-rsa {RSA} x", f" \tssh-ed25519 {ED}")), 2)

    def test_what_is_passed_over(self):
        for line in ("", "  ", "# ssh-rsa AAAA", f"#ssh-rsa {RSA}", f"ssh-xyz {RSA}", f"ssh-ed25519 {RSA}", "ssh-rsa", "ssh-rsa AAAA!",
            f"unknown ssh-rsa {RSA}", f"restrict,,pty ssh-rsa {RSA}", f"pty, ssh-rsa {RSA}", f"ptyx ssh-rsa {RSA}", f'command=x ssh-rsa {RSA}',
            f'command="x ssh-rsa {RSA}', f'command="x"y ssh-rsa {RSA}', f'command="a",command="b" ssh-rsa {RSA}', f"x\0ssh-rsa {RSA}"):
            self.assertEqual(options(line), [], line)

    def test_options(self):
        self.assertEqual(options(f'restrict,command="receive a" ssh-rsa {RSA}'), [(("restrict", ""), ("command", "receive a"))])
        self.assertEqual(options(f'PTY,No-Pty\tssh-rsa {RSA}'), [(("pty", ""), ("no-pty", ""))])
        self.assertEqual(options(f'environment="A=1",environment="B=2" ssh-rsa {RSA}'), [(("environment", "A=1"), ("environment", "B=2"))])

    def test_quotes(self):
        self.assertEqual(options(f'command="say \\"a b\\", \\\\" ssh-rsa {RSA}')[:1], [])
        self.assertEqual(options(f'command="say \\"a b\\"" ssh-rsa {RSA}'), [(("command", 'say "a b"'),)])
        self.assertEqual(options(f'command="a" ssh-rsa {RSA} "x'), [(("command", "a"),)])
        self.assertEqual(options(f'command="a",pty ssh-rsa {RSA}" ssh-ed25519 {ED}'), [])

    def test_what_does_not_count_within(self):
        self.assertEqual(len(options(f"ssh-rsa {RSA[:8]}\r{RSA[8:]}")), 1)
        self.assertEqual(len(options(f"ssh-rsa {RSA}\0 x")), 1)


if __name__ == "__main__":
    unittest.main()
