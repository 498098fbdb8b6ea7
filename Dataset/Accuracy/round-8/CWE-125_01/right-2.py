import contextlib
import struct
import threading
from enum import IntEnum


class Kind(IntEnum):
    REPORT = 1
    ECHO_REQUEST = 2
    ECHO_REPLY = 3
    RECEIVED = 4


class Gateway:
    __HEADER = struct.Struct("!BH")

    def __init__(self):
        self.__buffer = bytearray(1024)
        self.__lock = threading.Lock()
        self.__reports = ()
        self.__handlers = {Kind.REPORT: self.__keep, Kind.ECHO_REQUEST: self.__echo}

    @contextlib.contextmanager
    def __arrived(self, frame):
        """A view of just those bytes of the buffer that have arrived; they are wiped afterwards."""
        with self.__lock, memoryview(self.__buffer) as whole:
            if len(frame) > len(whole):
                raise ValueError("no room for this frame")
            with whole[: len(frame)] as view:
                view[:] = frame
                try:
                    yield view
                finally:
                    view[:] = bytes(len(view))

    def __frame(self, kind, payload=b""):
        return self.__HEADER.pack(kind, len(payload)) + payload

    def __keep(self, payload):
        self.__reports += (payload,)
        return self.__frame(Kind.RECEIVED)

    def __echo(self, payload):
        return self.__frame(Kind.ECHO_REPLY, payload)

    def receive(self, frame):
        with self.__arrived(frame) as view:
            try:
                kind, length = self.__HEADER.unpack_from(view)
                (payload,) = struct.unpack_from(f"{length}s", view, self.__HEADER.size)
            except struct.error as error:
                raise ValueError(f"cut off: {error}") from None
            try:
                handle = self.__handlers[kind]
            except KeyError:
                raise ValueError(f"frames of kind {kind} are not for a gateway") from None
            return handle(payload)

    def reports(self):
        return [*self.__reports]
