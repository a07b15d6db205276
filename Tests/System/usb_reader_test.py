#!/usr/bin/python3
"""Reads a virtual card through a virtual USB reader and the real libusb, libccid and pcscd.

    CARDINFO=.build/debug/cardinfo CARDINFO_CARD=travel-euicc Tests/System/usb_reader_test.py

The program at CARDINFO both serves the built-in card and reads it. What it reads over USB must be
the card it reads without any reader; unplugging must be seen, and so must another card. The values
above are the defaults. Exits with 77 and a reason where this cannot be hosted.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
READER = [sys.executable, str(HERE / "usb_ccid_reader.py")]
CARDINFO = os.environ.get("CARDINFO", str(HERE.parents[1] / ".build/debug/cardinfo"))
CARD = os.environ.get("CARDINFO_CARD", "travel-euicc")
OTHER_CARD = os.environ.get("CARDINFO_OTHER_CARD", "plain-sim")
PORT = "USB_READER_TEST_PORT"


def cardinfo(*arguments):
    """The JSON value that cardinfo prints, or None if it prints none."""
    # The program under test is an ordinary one: only pcscd has to see the emulated devices.
    environment = {name: value for name, value in os.environ.items() if name != "LD_PRELOAD"}
    command = [CARDINFO, *arguments, "--json"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30)
    return json.loads(run.stdout) if run.stdout else None


def iccid(*arguments):
    """The ICCID of the first card read, or None without a card."""
    cards = (cardinfo("read", *arguments) or {}).get("cards")
    return cards[0]["iccid"] if cards else None


def error_codes():
    return [error["code"] for error in (cardinfo("read") or {"errors": []})["errors"]]


def reader_names():
    return [reader["name"] for reader in (cardinfo("readers") or {"readers": []})["readers"]]


class UsbReader(unittest.TestCase):
    def insert(self, name):
        serve = [CARDINFO, "virtual", "serve", name, "--port", os.environ[PORT]]
        server = subprocess.Popen(serve, stderr=subprocess.DEVNULL)
        self.addCleanup(self.remove, server)
        return server

    def remove(self, server):
        server.kill()
        server.wait()

    def assert_becomes(self, expected, function):
        deadline = time.monotonic() + 5
        while (value := function()) != expected and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertEqual(value, expected)

    def test_card_is_read_over_usb_before_and_after_unplugging(self):
        card, other_card = iccid("--virtual", CARD), iccid("--virtual", OTHER_CARD)
        self.assertIsNotNone(card)
        self.assertNotEqual(card, other_card)
        self.assert_becomes(1, lambda: len(reader_names()))

        server = self.insert(CARD)
        self.assert_becomes(card, iccid)

        subprocess.run([*READER, "unplug"], check=True)
        self.assert_becomes([], reader_names)
        self.assertIsNone(iccid())

        subprocess.run([*READER, "plug"], check=True)
        self.assert_becomes(card, iccid)

        self.remove(server)
        self.assert_becomes(None, iccid)
        server = self.insert(OTHER_CARD)
        self.assert_becomes(other_card, iccid)
        self.remove(server)

    def test_a_mute_card_is_reported_as_one(self):
        # vpcd's own readers take a card without an ATR for none; a USB reader says that it is mute.
        self.assert_becomes(1, lambda: len(reader_names()))
        self.insert("mute")
        self.assert_becomes(["card.mute"], error_codes)



def start():
    """Replaces this process by the reader, which runs pcscd, which runs this file again."""
    for tool in ("umockdev-wrapper", CARDINFO):
        if shutil.which(tool) is None:
            print(f"SKIPPED: {tool} is missing")
            sys.exit(77)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    os.environ[PORT] = port
    pcscd = [str(HERE / "private-pcscd"), "--usb", "--", sys.executable, __file__, *sys.argv[1:]]
    os.execvp("umockdev-wrapper", ["umockdev-wrapper", *READER, "--port", port, "--", *pcscd])


if __name__ == "__main__":
    if PORT in os.environ:
        unittest.main()
    start()
