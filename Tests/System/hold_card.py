#!/usr/bin/python3
"""Keeps the card in a reader to itself, like a program that never ends its transaction.

    hold_card.py READER [--exclusive]

It says "held" once it has the card, and holds it until it is ended.
"""

import ctypes
import signal
import sys

SHARE_EXCLUSIVE, SHARE_SHARED = 1, 2
ANY_PROTOCOL = 3

pcsc = ctypes.CDLL("libpcsclite.so.1")
context, card, protocol = ctypes.c_long(), ctypes.c_long(), ctypes.c_ulong()


def check(status):
    if status:
        sys.exit(f"hold_card: {status & 0xFFFFFFFF:08X}")


exclusive = "--exclusive" in sys.argv
check(pcsc.SCardEstablishContext(ctypes.c_ulong(2), None, None, ctypes.byref(context)))
check(
    pcsc.SCardConnect(
        context, sys.argv[1].encode(), ctypes.c_ulong(SHARE_EXCLUSIVE if exclusive else SHARE_SHARED),
        ctypes.c_ulong(ANY_PROTOCOL), ctypes.byref(card), ctypes.byref(protocol)))
if not exclusive:
    check(pcsc.SCardBeginTransaction(card))
print("held", flush=True)
signal.pause()
