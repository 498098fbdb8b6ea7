import socket
import struct
import threading
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

    def test_whoever_speaks_by_turns_gets_one_frame_in_whatever_pieces_it_comes(self) -> None:
        document = {"text": "x" * 100_000}
        body = frames.pack(document)
        sent = struct.pack(">I", len(body)) + body
        for cut in (1, 4, 5, 70_000):
            with self.subTest(cut):
                self.near.sendall(sent[:cut])
                rest = threading.Timer(0.02, self.near.sendall, [sent[cut:]])
                rest.start()
                self.assertEqual(frames.receive_in_turn(self.far), document)
                rest.join()

    def test_whoever_speaks_out_of_turn_commits_a_violation(self) -> None:
        for sent in (b"\0\0\0\x01" b"1" b"2", b"\0\0\0\x01" b"1" b"\0\0\0\x01" b"1", b"\xff\xff\xff\xff"):
            with self.subTest(sent):
                near, far = socket.socketpair()
                with near, far:
                    near.sendall(sent)
                    with self.assertRaises(frames.Violation):
                        frames.receive_in_turn(far)

    def test_text_for_strict_readers_has_no_lone_surrogates(self) -> None:
        self.assertEqual(frames.pack_text({"a": "\ud800ü"}), '{"a": "?ü"}'.encode())
