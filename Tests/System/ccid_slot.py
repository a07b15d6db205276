"""The slot of a virtual smart card reader: CCID to the host, vpcd's protocol to the card."""

import contextlib
import socket
import struct


class VpcdCard:
    """A card at the other end of a connection. Messages are two bytes of length, then the data."""

    POWER_OFF, POWER_ON, RESET, GET_ATR = b"\x00", b"\x01", b"\x02", b"\x04"

    def __init__(self, connection):
        self.connection = connection
        connection.settimeout(10)

    def hang_up(self):
        """Ends the conversation; whoever waits for this end closes the connection."""
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def send(self, message):
        self.connection.sendall(len(message).to_bytes(2, "big") + message)

    def ask(self, message):
        self.send(message)
        return self.receive(int.from_bytes(self.receive(2), "big"))

    def receive(self, length):
        received = b""
        while len(received) < length:
            # A card that writes length and data apart waits 40 ms for a delayed acknowledgement.
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            part = self.connection.recv(length - len(received))
            if not part:
                raise ConnectionError("the card is gone")
            received += part
        return received


class CommandFailed(Exception):
    """A CCID command that ends with the error code in args[0]."""


class CCIDSlot:
    """Answers CCID's bulk messages by means of the card, if there is one.

    USB Device Class: Smart Card, CCID, revision 1.10, sections 6.1 (commands) and 6.2 (responses).
    """

    ACTIVE, INACTIVE, ABSENT = 0, 1, 2
    FAILED = 0x40
    UNSUPPORTED, MUTE = 0x00, 0xFE
    DATA_BLOCK, SLOT_STATUS, PARAMETERS = 0x80, 0x81, 0x82
    DEFAULT_PARAMETERS = (bytes.fromhex("1100000A00"), bytes.fromhex("1110004D00FE00"))

    def __init__(self):
        self.card = None
        self.state = self.ABSENT
        self.set_parameters(0, b"")
        self.commands = {
            0x61: (self.PARAMETERS, self.set_parameters),
            0x62: (self.DATA_BLOCK, self.power_on),
            0x63: (self.SLOT_STATUS, self.power_off),
            0x65: (self.SLOT_STATUS, lambda _, __: (b"", 0)),
            0x6C: (self.PARAMETERS, lambda _, __: (self.parameters, self.protocol)),
            0x6D: (self.PARAMETERS, lambda _, __: self.set_parameters(self.protocol, b"")),
            0x6F: (self.DATA_BLOCK, self.exchange),
        }

    def insert(self, card):
        self.card, self.state = card, self.INACTIVE

    def remove(self):
        self.card, self.state = None, self.ABSENT

    def answer(self, message):
        """The bulk-in message for a bulk-out message."""
        command, length, _, sequence, first_byte = struct.unpack_from("<BIBBB", message)
        payload, extra, failure, error = b"", 0, 0, 0
        response, run = self.commands.get(command, (self.SLOT_STATUS, self.unsupported))
        try:
            payload, extra = run(first_byte, message[10 : 10 + length])
        except CommandFailed as reason:
            failure, error = self.FAILED, reason.args[0]
        header = (response, len(payload), 0, sequence, self.state | failure, error, extra)
        return struct.pack("<BIBBBBB", *header) + payload

    def unsupported(self, _, __):
        raise CommandFailed(self.UNSUPPORTED)

    def power_on(self, _, __):
        if self.state == self.ABSENT:
            raise CommandFailed(self.MUTE)
        active = self.state == self.ACTIVE
        self.talk(self.card.send, VpcdCard.RESET if active else VpcdCard.POWER_ON)
        answer_to_reset = self.talk(self.card.ask, VpcdCard.GET_ATR)
        if not answer_to_reset:
            raise CommandFailed(self.MUTE)
        self.state = self.ACTIVE
        self.set_parameters(first_protocol(answer_to_reset), b"")
        return answer_to_reset, 0

    def power_off(self, _=0, __=b""):
        if self.state == self.ACTIVE:
            self.talk(self.card.send, VpcdCard.POWER_OFF)
            self.state = self.INACTIVE
        return b"", 0

    def exchange(self, _, command):
        if self.state != self.ACTIVE:
            raise CommandFailed(self.MUTE)
        return self.talk(self.card.ask, command), 0

    def set_parameters(self, protocol, parameters):
        self.protocol = protocol & 1
        self.parameters = parameters or self.DEFAULT_PARAMETERS[self.protocol]
        return self.parameters, self.protocol

    def talk(self, function, message):
        try:
            return function(message)
        except OSError:
            self.card.hang_up()
            self.remove()
            raise CommandFailed(self.MUTE) from None


def first_protocol(answer_to_reset):
    """The T of TD1 (ISO/IEC 7816-3, section 8.2.3), or 0 without a TD1."""
    present = answer_to_reset[1] >> 4 if len(answer_to_reset) > 1 else 0
    td1 = 1 + present.bit_count()
    return answer_to_reset[td1] & 0x0F if present & 8 and td1 < len(answer_to_reset) else 0
