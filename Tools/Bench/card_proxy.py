"""Stands between a card of vpcd and vpcd: counts what crosses, and makes each exchange as slow as a real one."""

import contextlib
import socket
import threading
import time


def receive(connection, count):
    """Exactly so many bytes; nothing where the other side is gone."""
    data = b""
    while len(data) < count:
        # Linux forgets it; without it each length waits 40 ms for its command.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        with contextlib.suppress(OSError):
            part = connection.recv(count - len(data))
            if part:
                data += part
                continue
        return b""
    return data


def message(connection):
    """One message of vpcd: a length in two bytes, and so much."""
    length = receive(connection, 2)
    if not length:
        return b""
    body = receive(connection, int.from_bytes(length, "big"))
    return length + body if body else b""


class CardProxy:
    """A port for one card, in front of the port of one reader."""

    def __init__(self, reader_port):
        self.delay = 0.0
        self.exchanges = self.bytes = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._reader_port = reader_port
        threading.Thread(target=self._serve, daemon=True).start()

    def reset(self):
        self.exchanges = self.bytes = 0

    def _serve(self):
        while True:
            card, _ = self._listener.accept()
            with card, socket.create_connection(("127.0.0.1", self._reader_port)) as reader:
                for connection in (card, reader):
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with contextlib.suppress(OSError):
                    self._relay(card, reader)

    def _relay(self, card, reader):
        while command := message(reader):
            # A body of one byte is no command: power, reset, or a question for the answer to reset.
            is_exchange = len(command) > 3
            if is_exchange:
                began = time.monotonic()
            card.sendall(command)
            if not is_exchange and command[2] != 4:
                continue
            answer = message(card)
            if not answer:
                return
            if is_exchange:
                self.exchanges += 1
                self.bytes += len(command) + len(answer) - 4
                time.sleep(max(0.0, began + self.delay - time.monotonic()))
            reader.sendall(answer)
