#!/usr/bin/python3
"""A virtual USB smart card reader. Its card is another process.

    umockdev-wrapper /usr/bin/python3 Tests/System/usb_ccid_reader.py \\
        --port PORT [--exchange short|extended] [--unplugged] -- COMMAND [ARGUMENT...]

COMMAND, and all that it starts, finds the reader in sysfs, under /dev/bus/usb and in udev's events.
Only one process can receive those events; where that is pcscd, no lsusb may run beside it. A card
is inserted by connecting to PORT of 127.0.0.1 and speaking vpcd's protocol, and removed by
disconnecting. The exit status is COMMAND's, or 77 with a reason without umockdev.

COMMAND unplugs the whole reader, and plugs it in again, by running this file with the one argument
`unplug` or `plug`, which returns when it is done. What it talks to is a Unix socket whose path is
in USB_CCID_READER_CONTROL: that takes one of these words as a line and replies with the same line.

The reader follows CCID 1.10 at APDU level: one message is one APDU (only `short` ones if told so),
and voltage, clock and protocol are settled with the card behind the host's back. It has no
interrupt endpoint, so pcscd asks for card movements every 0.4 s: the emulated device node always
looks ready, and a driver waiting for an interrupt there would spin. Nor does it ask for more time:
a card has as long as the host's driver waits.
"""

import argparse
import contextlib
import errno
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections import deque

# The test folder stays as it is in the repository.
sys.dont_write_bytecode = True
from ccid_slot import CCIDSlot, VpcdCard

try:
    import gi

    gi.require_version("UMockdev", "1.0")
    from gi.repository import GLib, UMockdev
except (ImportError, ValueError) as missing:
    print(f"usb_ccid_reader: cannot run here: {missing}", file=sys.stderr)
    sys.exit(77)

CONTROL = "USB_CCID_READER_CONTROL"
SIGNALS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
BULK_OUT, BULK_IN = 0x01, 0x82

# From linux/usbdevice_fs.h, for 64-bit machines.
SUBMIT_URB = 0x8038550A
DISCARD_URB = 0x0000550B
REAP_URB = 0x4008550C
REAP_URB_NO_DELAY = 0x4008550D
GET_DRIVER = 0x41045508
GET_CAPABILITIES = 0x8004551A
# Without the second one, libusb splits long reads into requests of 16 KiB.
ZERO_PACKET, NO_PACKET_SIZE_LIMIT = 0x01, 0x04
REQUESTS_WITHOUT_EFFECT = {
    0x80045503: "reset endpoint",
    0x80085504: "set interface",
    0x80045505: "set configuration",
    0x8004550F: "claim interface",
    0x80045510: "release interface",
    0x00005514: "reset",
    0x80045515: "clear halt",
    0x8108551B: "disconnect driver and claim interface",
}


def usb_descriptors(extended):
    """Those of an Alcor AU9540, which libccid knows and treats just as the class demands."""
    # Everything automatic and PPS by the reader, then the level of exchange.
    features = 0x0004BE | (0x040000 if extended else 0x020000)
    largest_message = 10 + (65544 if extended else 261)
    interface = bytes.fromhex("09 04 00 00 02 0B 00 00 00")
    reader = struct.pack(
        "<BBHBBIIIBIIBIIIIIBBHBB",
        *(0x36, 0x21, 0x0110, 0, 7, 3),
        *(4000, 4000, 0, 10752, 344105, 0, 254),
        *(0, 0, features, largest_message),
        *(0xFF, 0xFF, 0, 0, 1),
    )
    endpoints = bytes.fromhex("07 05 01 02 40 00 00  07 05 82 02 40 00 00")
    body = interface + reader + endpoints
    configuration = struct.pack("<BBHBBBBB", 9, 2, 9 + len(body), 1, 1, 0, 0x80, 50)
    device = bytes.fromhex("12 01 00 02 00 00 00 40 8F 05 40 95 00 01 01 02 03 01")
    return device + configuration + body


class Request:
    """One URB of a process that has the device open."""

    def __init__(self, urb):
        self.urb = urb
        fields = struct.unpack_from("<BBxxiIxxxxQi", bytes(urb.retrieve()))
        self.endpoint, self.length = fields[1], fields[-1]
        self.buffer = urb.resolve(16, self.length)

    def finish(self, status, length):
        self.urb.update(4, list(struct.pack("<i", status)))
        self.urb.update(28, list(struct.pack("<i", length)))


class OpenFile:
    """What one open file of the device node has under way."""

    def __init__(self):
        self.waiting = deque()
        self.answers = deque()
        self.finished = deque()

    def read(self, request):
        self.waiting.append(request)
        self.match()

    def deliver(self, answer):
        self.answers.append(answer)
        self.match()

    def match(self):
        while self.waiting and self.answers:
            request = self.waiting.popleft()
            answer = self.answers.popleft()[: request.length]
            request.buffer.update(0, list(answer))
            self.finish(request, 0, len(answer))

    def finish(self, request, status, length):
        request.finish(status, length)
        self.finished.append(request)

    def discard(self, address):
        for request in self.waiting:
            if request.urb.client_addr == address:
                self.waiting.remove(request)
                self.finish(request, -errno.ENOENT, 0)
                return True
        return False


class PluggedReader:
    """The reader from its plugging to its unplugging: a device node that takes usbfs's ioctls."""

    def __init__(self, slot):
        self.slot = slot
        self.files = {}
        self.gone = False
        self.handler = UMockdev.IoctlBase()
        self.handler.connect("handle-ioctl", self.postpone, self.handle)
        self.handler.connect("client-vanished", self.postpone, self.forget)

    def postpone(self, _, client, function):
        """umockdev calls from a thread of its own; one thread, the main loop's, is enough here."""
        GLib.idle_add(function, client, priority=GLib.PRIORITY_DEFAULT)
        return True

    def forget(self, client):
        self.files.pop(client, None)

    def handle(self, client):
        number, argument = client.get_request() & 0xFFFFFFFF, client.get_arg()
        file = self.files.setdefault(client, OpenFile())
        if self.gone:
            client.complete(-1, errno.ENODEV)
        elif number == SUBMIT_URB:
            self.submit(file, Request(argument.resolve(0, 56)))
            client.complete(0, 0)
        elif number in (REAP_URB, REAP_URB_NO_DELAY):
            if file.finished:
                argument.resolve(0, 8).set_ptr(0, file.finished.popleft().urb)
                client.complete(0, 0)
            else:
                client.complete(-1, errno.EAGAIN)
        elif number == DISCARD_URB:
            found = file.discard(int.from_bytes(argument.retrieve(), "little"))
            client.complete(*((0, 0) if found else (-1, errno.EINVAL)))
        elif number == GET_CAPABILITIES:
            argument.resolve(0, 4).update(0, [ZERO_PACKET | NO_PACKET_SIZE_LIMIT, 0, 0, 0])
            client.complete(0, 0)
        elif number == GET_DRIVER:
            client.complete(-1, errno.ENODATA)
        elif number in REQUESTS_WITHOUT_EFFECT:
            client.complete(0, 0)
        else:
            client.complete(-1, errno.ENOTTY)

    def submit(self, file, request):
        if request.endpoint == BULK_IN:
            file.read(request)
        elif request.endpoint == BULK_OUT:
            answer = self.slot.answer(bytes(request.buffer.retrieve()))
            file.finish(request, 0, request.length)
            file.deliver(answer)
        else:
            # The reader knows no control requests, which a device says by stalling.
            file.finish(request, -errno.EPIPE, 0)


class UsbPort:
    """Where the reader is plugged and unplugged."""

    SYSPATH = "/devices/pci0000:00/0000:00:14.0/usb1/1-2"
    INTERFACE_SYSPATH = SYSPATH + "/1-2:1.0"

    def __init__(self, extended):
        self.slot = CCIDSlot()
        self.descriptors = usb_descriptors(extended).hex().upper()
        self.testbed = UMockdev.Testbed.new()
        self.address = 1
        self.reader = None

    @property
    def node(self):
        return f"bus/usb/001/{self.address:03}"

    def plug(self):
        if self.reader:
            return
        # A device that comes back has a new address, as with the kernel.
        self.address += 1
        self.testbed.add_from_string(
            f"P: {self.SYSPATH}\n"
            f"N: {self.node}={self.descriptors}\n"
            f"E: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\nE: DEVNAME=/dev/{self.node}\n"
            f"E: MAJOR=189\nE: MINOR={self.address - 1}\nE: PRODUCT=58f/9540/100\n"
            f"E: BUSNUM=001\nE: DEVNUM={self.address:03}\n"
            "A: idVendor=058f\\n\nA: idProduct=9540\\n\nA: bDeviceClass=00\\n\n"
            f"A: busnum=1\\n\nA: devnum={self.address}\\n\nA: speed=12\\n\n"
            "A: bNumConfigurations=1\\n\nA: bConfigurationValue=1\\n\n"
            "A: manufacturer=cardinfo\\n\nA: product=Virtual USB Reader\\n\n"
            f"H: descriptors={self.descriptors}\n"
            "\n"
            f"P: {self.INTERFACE_SYSPATH}\n"
            "E: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\nE: INTERFACE=11/0/0\n"
            "E: PRODUCT=58f/9540/100\n"
            "A: bInterfaceNumber=00\\n\nA: bInterfaceClass=0b\\n\n"
            "A: bInterfaceSubClass=00\\n\nA: bInterfaceProtocol=00\\n\n"
        )
        self.reader = PluggedReader(self.slot)
        self.testbed.attach_ioctl(f"/dev/{self.node}", self.reader.handler)
        for path in (self.SYSPATH, self.INTERFACE_SYSPATH):
            self.testbed.uevent(f"/sys{path}", "add")

    def unplug(self):
        if not self.reader:
            return
        self.reader.gone = True
        self.reader = None
        self.slot.power_off()
        for path in (self.INTERFACE_SYSPATH, self.SYSPATH):
            self.testbed.uevent(f"/sys{path}", "remove")
            self.testbed.remove_device(f"/sys{path}")

    def close(self):
        """Removes the emulated file system, which goes with the last reference."""
        self.unplug()
        self.testbed = None


class Session:
    """Everything from the start of COMMAND to its end, driven by one GLib main loop."""

    READABLE = GLib.IO_IN | GLib.IO_HUP

    def __init__(self, port, card_port, directory):
        self.port = port
        self.card_listener = socket.create_server(("127.0.0.1", card_port))
        self.wait_for_card()
        os.environ[CONTROL] = os.path.join(directory, "control")
        self.control_listener = socket.socket(socket.AF_UNIX)
        self.control_listener.bind(os.environ[CONTROL])
        self.control_listener.listen()
        GLib.io_add_watch(self.control_listener.fileno(), 0, self.READABLE, self.obey)
        self.interrupted_by = None

    def run(self, command):
        loop = GLib.MainLoop()
        for number in SIGNALS:
            GLib.unix_signal_add(0, number, self.interrupt, number)
        self.command = subprocess.Popen(command)
        end = os.pidfd_open(self.command.pid)
        GLib.io_add_watch(end, 0, self.READABLE, lambda *_: loop.quit())
        loop.run()
        status = self.command.wait()
        if self.interrupted_by:
            return 128 + self.interrupted_by
        return status if status >= 0 else 128 - status

    def interrupt(self, number):
        self.interrupted_by = number
        self.command.terminate()
        GLib.timeout_add(6000, self.command.kill)
        return GLib.SOURCE_CONTINUE

    def wait_for_card(self):
        GLib.io_add_watch(self.card_listener.fileno(), 0, self.READABLE, self.insert_card)

    def insert_card(self, *_):
        """One card at a time: the next one stays in the listener's queue until this is gone."""
        connection, _ = self.card_listener.accept()
        self.port.slot.insert(VpcdCard(connection))
        GLib.io_add_watch(connection.fileno(), 0, self.READABLE, self.card_spoke, connection)
        return GLib.SOURCE_REMOVE

    def card_spoke(self, _, __, connection):
        """A card says nothing by itself, so what there is to read is the end of the connection."""
        self.port.slot.remove()
        connection.close()
        self.wait_for_card()
        return GLib.SOURCE_REMOVE

    def obey(self, *_):
        connection, _ = self.control_listener.accept()
        with connection, contextlib.suppress(OSError):
            connection.settimeout(1)
            word = connection.recv(16)
            if word == b"plug\n":
                self.port.plug()
            elif word == b"unplug\n":
                self.port.unplug()
            else:
                word = b"unknown\n"
            connection.sendall(word)
        return GLib.SOURCE_CONTINUE


def tell(word):
    """Has the reader around this process plugged or unplugged."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(os.environ[CONTROL])
        connection.sendall(word.encode() + b"\n")
        return 0 if connection.recv(16) == word.encode() + b"\n" else 1


def main():
    if sys.argv[1:] in (["plug"], ["unplug"]):
        return tell(sys.argv[1])
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--exchange", choices=("short", "extended"), default="extended")
    parser.add_argument("--unplugged", action="store_true")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()
    if "umockdev" not in os.environ.get("LD_PRELOAD", ""):
        print("usb_ccid_reader: cannot run here: not under umockdev-wrapper", file=sys.stderr)
        return 77
    # Until there is a COMMAND to end, it is enough to clean up.
    for number in SIGNALS:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="usb_ccid_reader.") as directory,
            contextlib.closing(UsbPort(arguments.exchange == "extended")) as port,
        ):
            if not arguments.unplugged:
                port.plug()
            return Session(port, arguments.port, directory).run(arguments.command)
    except OSError as error:
        print(f"usb_ccid_reader: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
