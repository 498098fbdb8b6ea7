"""The tester's end of the pipe to the solution."""

import os
import socket
from typing import Any

from tester.errors import SolutionGone, remote_error
from tester.exchanges import Record
from tester.remote import Remote, reference_of
from wire import frames, plain

_BYTES_OF_A_NUMBER = 8
_NUMBERS_AT_A_TIME = 32


class Connection:
    """Sends one request at a time and trusts nothing about the reply but its form."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._gone: str | None = None
        #: What is left of the random numbers, as text.
        self._random = ""
        #: Arguments of the requests since this was last emptied.
        self.sent: list[Any] = []
        #: The last requests and replies of the running check.
        self.record = Record()

    def request(self, operation: str, *arguments: Any) -> Any:
        """Makes the solution's process do something; returns plain data and `Remote`s.

        Raises RemoteError for what the solution raised, SolutionGone when its process has ended and
        frames.Violation for a reply that does not belong to this request.
        """
        if self._gone:
            raise SolutionGone(self._gone)
        number = self._new_number()
        self.sent.append(arguments)
        self.record.asked(operation, arguments)
        message = {
            "id": number,
            "operation": operation,
            "arguments": [plain.encode(argument, reference_of) for argument in arguments],
        }
        try:
            frames.send(self._channel, message)
            reply = frames.receive_in_turn(self._channel)
        except frames.Closed:
            self._gone = "the solution's process ended"
            raise SolutionGone(self._gone) from None
        if type(reply) is not dict or reply.get("id") != number:
            raise frames.Violation("a reply that nobody asked for")
        if "error" in reply:
            error = remote_error(reply["error"])
            self.record.answered(operation, error)
            raise error
        answer = plain.decode(reply.get("value"), lambda reference: Remote(self, reference))
        self.record.answered(operation, answer)
        return answer

    def expect_silence(self) -> None:
        """Raises frames.Violation when the solution's process has sent something that nobody asked for."""
        try:
            unasked = self._channel.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except (BlockingIOError, ConnectionError):
            return
        if unasked:
            raise frames.Violation("a reply that nobody asked for")

    def _new_number(self) -> str:
        """Eight random bytes, so that nothing which was sent before can pass for the reply. Drawn many at a time."""
        if not self._random:
            self._random = os.urandom(_NUMBERS_AT_A_TIME * _BYTES_OF_A_NUMBER).hex()
        number, self._random = self._random[: 2 * _BYTES_OF_A_NUMBER], self._random[2 * _BYTES_OF_A_NUMBER :]
        return number

    @property
    def is_open(self) -> bool:
        return self._gone is None
