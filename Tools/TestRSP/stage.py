"""All that a test sets up and looks at: orders, events, faults, certificates, the journal."""

import json
import threading
import time

from faults import Fault, Faults
from orders import Book, Event, Order
from smdp import SMDP
from smds import SMDS

CERTIFICATES = {"dp": "dp-tls", "ds": "ds-tls"}


class Journal:
    """What happened, in order; also as lines of JSON in a file."""

    def __init__(self, path=None):
        self.entries, self.file = [], open(path, "w", encoding="utf-8") if path else None
        self.lock = threading.Lock()

    def add(self, **entry):
        with self.lock:
            entry = {"number": len(self.entries), "time": round(time.time(), 3), **entry}
            self.entries.append(entry)
            if self.file:
                self.file.write(json.dumps(entry) + "\n")
                self.file.flush()


class Stage:
    def __init__(self, journal=None):
        self.lock = threading.Lock()
        self.journal = journal or Journal()
        self.book, self.faults = Book(), Faults()
        self.certificates = dict(CERTIFICATES)
        self.servers = {}

    def open(self, addresses):
        """`addresses` are those of each server, "dp" and "ds"; the first is the one it tells."""
        kinds = {"dp": SMDP, "ds": SMDS}
        self.servers = {kind: kinds[kind](self.book, own, "1") for kind, own in addresses.items()}

    def add_order(self, members):
        order = Order.reading(members)
        self.book.orders = [known for known in self.book.orders if known.iccid != order.iccid]
        self.book.orders.append(order)

    def change_order(self, iccid, members):
        order = self.book.holding(iccid)
        if order is None:
            raise ValueError(f"no order {iccid}")
        self.add_order({**order.described(), **members})

    def add_event(self, members):
        event = Event(**members)
        event.address = event.address or self.servers["dp"].own_addresses[0]
        if event not in self.book.events:
            self.book.events.append(event)

    def use_certificate(self, members):
        self.certificates[members.get("server", "dp")] = members["certificate"]

    def use_world(self, world):
        """Puts both servers under another CI, their TLS included."""
        for server in self.servers.values():
            server.use_world(world)
        suffix = "" if world == "1" else f"-{world}"
        self.certificates = {kind: label + suffix for kind, label in CERTIFICATES.items()}

    def play(self, scenario):
        """Adds all that a scenario names."""
        known = {"world", "orders", "events", "faults", "certificates"}
        if unknown := set(scenario) - known:
            raise ValueError(f"a scenario has no {', '.join(sorted(unknown))}")
        if "world" in scenario:
            self.use_world(scenario["world"])
        for members in scenario.get("orders", []):
            self.add_order(members)
        for members in scenario.get("events", []):
            self.add_event(members)
        for members in scenario.get("faults", []):
            self.faults.pending.append(Fault.reading(members))
        for members in scenario.get("certificates", []):
            self.use_certificate(members)
