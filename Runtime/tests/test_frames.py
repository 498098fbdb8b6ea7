import socket
import struct
import unittest

import support  # noqa: F401
from wire import frames


class FramesTest(unittest.TestCase):
    def setUp(self) -> None:
        self.near, self.far = socket.socketpair()
        self.addCleanup(self.near.close)
        self.addCleanup(self.far.close)

    def test_a_document_arrives_as_it_was_sent(self) -> None:
        frames.send(self.near, {"text": "ü \ud800", "list": [1, None, True, 1.5]})
        self.assertEqual(frames.receive(self.far), {"text": "ü \ud800", "list": [1, None, True, 1.5]})

    def test_an_ended_stream_is_told_from_a_broken_frame(self) -> None:
        self.near.sendall(struct.pack(">I", 100) + b"{")
        self.near.close()
        with self.assertRaises(frames.Closed):
            frames.receive(self.far)

    def test_what_is_no_frame_is_a_violation(self) -> None:
        for body in (b"\xff\xfe", b"{", b"[" * 200_000, b"1" * 5000):
            with self.subTest(body[:4]):
                self.near.sendall(struct.pack(">I", len(body)) + body)
                with self.assertRaises(frames.Violation):
                    frames.receive(self.far)

    def test_an_oversized_frame_is_refused_before_it_is_read(self) -> None:
        self.near.sendall(b"\xff\xff\xff\xff")
        with self.assertRaises(frames.Violation):
            frames.receive(self.far)

    def test_text_for_strict_readers_has_no_lone_surrogates(self) -> None:
        self.assertEqual(frames.pack_text({"a": "\ud800ü"}), '{"a": "?ü"}'.encode())
