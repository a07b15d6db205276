#!/usr/bin/python3
"""Measures the shipped binary, beside the peers on PATH, and prints tables in Markdown.

    bench.py [--cardinfo FILE] [--runs N] [--ledger 1000,10000] [--no-instructions] [PART...]

Parts: commands, peers, readers, throughput, ledger; all of them without any. Needs a pcscd of its own: run it as
`make bench` does. Times are medians by the clock on the wall; CPU is user and system time together.
"""

import argparse
import ctypes
import os
import platform
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from card_proxy import CardProxy

ICCID = "8985203012345678902"
# Seconds that an exchange with a real card takes.
EXCHANGE = 0.02
COMMANDS = [
    ["read"],
    ["--only", "identity,profiles"],
    ["--full"],
    ["profiles", "list"],
    ["profiles", "list", "--full"],
    ["chip"],
    ["notifications", "list"],
    ["profiles", "enable", ICCID, "--yes", "--no-send"],
    ["profiles", "disable", "8944500123456789011", "--yes", "--no-send"],
    ["profiles", "rename", ICCID, "abroad", "--yes"],
    ["profiles", "delete", ICCID, "--yes", "--tail", "8902", "--no-send"],
    ["readers"],
]
# The same answer, by us and by them, who may need several commands for it: a change of ours shows what there
# was before and what there is afterwards.
LIST = ["lpac", "profile", "list"]
ENABLE = ["lpac", "profile", "enable", ICCID]
RENAME = ["lpac", "profile", "nickname", ICCID, "abroad"]
DELETE = ["lpac", "profile", "delete", ICCID]
PEERS = [
    ("profiles", LIST, [LIST]),
    ("notifications", ["lpac", "notification", "list"], [["lpac", "notification", "list"]]),
    ("chip", ["lpac", "chip", "info"], [["lpac", "chip", "info"]]),
    ("enable", ENABLE, [LIST, ENABLE, LIST]),
    ("rename", RENAME, [LIST, RENAME, LIST]),
    ("delete", DELETE, [LIST, DELETE, LIST]),
    ("enable, sent and believed", ENABLE, [ENABLE]),
    ("a SIM", ["read"], [["pySim-read.py", "-p", "0"]]),
    ("answer to reset", ["readers"], [["opensc-tool", "--atr"]]),
]



class Run:
    """One run of a program: how long, how much."""

    def __init__(self, command, environment=None):
        began = time.monotonic()
        with open(os.devnull, "r+b") as null:
            process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - began
        self.status = process.returncode
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss


def median(runs, name):
    return statistics.median(getattr(run, name) for run in runs)


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def table(title, *columns):
    print(f"\n### {title}\n")
    row(*columns)
    row(*("---" for _ in columns))


def milliseconds(seconds):
    return f"{seconds * 1000:.1f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


class Bench:
    def __init__(self, options):
        self.cardinfo = options.cardinfo
        self.runs = options.runs
        self.counts_instructions = not options.no_instructions and shutil.which("valgrind")
        self.sizes = [int(size) for size in options.ledger.split(",")]
        ports = [int(port) for port in os.environ.get("CARDINFO_VPCD_PORTS", "").split()]
        # Each slot of vpcd has a second reader, on the next port.
        self.proxies = [CardProxy(port) for first in ports for port in (first, first + 1)]
        self.home = tempfile.mkdtemp(prefix="cardinfo-bench.")
        os.environ.update(XDG_DATA_HOME=f"{self.home}/data", XDG_CONFIG_HOME=f"{self.home}/config",
                          LC_ALL="C")
        self.serving = []
        self.delay = self.exchange_delay() if self.proxies else EXCHANGE

    def insert(self, card, reader=0):
        self.serving.append(subprocess.Popen(
            [self.cardinfo, "virtual", "serve", card, "--port", str(self.proxies[reader].port)],
            stderr=subprocess.DEVNULL))

    def seen(self, count):
        for _ in range(200):
            text = subprocess.run([self.cardinfo, "readers", "--json"], capture_output=True, text=True,
                                  check=False).stdout
            if len(re.findall(r'"card" : "(present|mute)"', text)) == count:
                return
            time.sleep(0.05)
        sys.exit(f"bench: pcscd does not see {count} cards")

    def remove_all(self):
        for server in self.serving:
            server.terminate()
            server.wait()
        self.serving = []
        if self.proxies:
            self.seen(0)

    def measure(self, command, card, delay, runs):
        """Runs of a command with a card as it comes out of its box, and what crossed in the last."""
        found = []
        proxy = self.proxies[0]
        for _ in range(runs):
            self.insert(card)
            self.seen(1)
            proxy.delay = delay
            proxy.reset()
            found.append(Run(command))
            proxy.delay = 0.0
            exchanges, crossed = proxy.exchanges, proxy.bytes
            self.remove_all()
        return found, exchanges, crossed

    def instructions(self, command):
        if not self.counts_instructions:
            return "–"
        with tempfile.NamedTemporaryFile() as file:
            result = subprocess.run(
                ["valgrind", "--tool=callgrind", f"--callgrind-out-file={file.name}", *command],
                capture_output=True, text=True, check=False)
        found = re.search(r"Collected : (\d+)", result.stderr)
        return f"{int(found[1]) / 1e6:.0f} M" if found else "–"

    def commands(self):
        table("Commands, travel-euicc at T=0 through pcscd", "command", "exchanges", "bytes",
              "wall, 0 ms", "wall, 20 ms", "20 ms × exchanges", "CPU", "instructions", "peak memory")
        for arguments in COMMANDS:
            command = [self.cardinfo, *arguments]
            fast, exchanges, crossed = self.measure(command, "travel-euicc", 0.0, self.runs)
            slow, _, _ = self.measure(command, "travel-euicc", self.delay, max(1, self.runs // 2))
            virtual = [*command, "--virtual", "travel-euicc"] if arguments != ["readers"] else command
            row(f"`{' '.join(arguments)}`", exchanges, crossed, milliseconds(median(fast, "wall")),
                milliseconds(median(slow, "wall")), exchanges * 20,
                milliseconds(median(fast, "cpu")), self.instructions(virtual),
                f"{median(fast, 'memory') / 1024:.0f} MB")
        self.connect()

    def exchange_delay(self):
        """How long a card has to wait so that an exchange takes 20 ms, what vpcd and pcscd take with it."""
        self.insert("travel-euicc")
        self.seen(1)
        card = BareCard()
        self.proxies[0].delay = EXCHANGE
        taken = statistics.median(card.exchange() for _ in range(25))
        self.proxies[0].delay = 0.0
        card.close()
        self.remove_all()
        return EXCHANGE - (taken - EXCHANGE)

    def connect(self):
        """How long connecting to a card takes, with nothing else."""
        self.insert("travel-euicc")
        self.seen(1)
        times = [bare_connect() for _ in range(max(5, self.runs))]
        self.remove_all()
        print(f"\nA bare PC/SC connect (context, connect, transaction, reset): "
              f"{milliseconds(statistics.median(times))} ms.")

    def peers(self):
        table("Side by side, travel-euicc at T=0 through pcscd", "answer", "program", "exchanges",
              "wall, 0 ms", "wall, 20 ms", "CPU", "peak memory", "status")
        for answer, ours, theirs in PEERS:
            if not shutil.which(theirs[0][0]):
                continue
            # One by itself is measured without a shell around it.
            peer = theirs[0] if len(theirs) == 1 else ["sh", "-c", " && ".join(map(shlex.join, theirs))]
            shown = ", ".join(f"`{' '.join(command[:3])}`" for command in theirs)
            for name, command in ((f"`cardinfo {' '.join(ours[:3])}`", [self.cardinfo, *ours]), (shown, peer)):
                fast, exchanges, _ = self.measure(command, "travel-euicc", 0.0, self.runs)
                slow, _, _ = self.measure(command, "travel-euicc", self.delay, max(1, self.runs // 2))
                row(answer, name, exchanges, milliseconds(median(fast, "wall")),
                    milliseconds(median(slow, "wall")), milliseconds(median(fast, "cpu")),
                    f"{median(fast, 'memory') / 1024:.0f} MB", fast[0].status)

    def readers(self):
        table("Readers at once, 20 ms an exchange", "readers", "wall", "times one")
        alone = None
        for count in (1, 4, 16):
            if count > len(self.proxies):
                break
            for reader in range(count):
                self.insert("travel-euicc", reader)
            self.seen(count)
            for proxy in self.proxies:
                proxy.delay = self.delay
            runs = [Run([self.cardinfo, "--json"]) for _ in range(max(3, self.runs // 2))]
            for proxy in self.proxies:
                proxy.delay = 0.0
            self.remove_all()
            wall = median(runs, "wall")
            alone = alone or wall
            row(count, f"{milliseconds(wall)} ms", f"{wall / alone:.2f}")

    def throughput(self):
        table("Cards a second, in process", "card", "cards a second")
        for card in ("plain-sim", "travel-euicc"):
            many = 400
            cards = ["--virtual", card]
            one = median([Run([self.cardinfo, "--json", *cards]) for _ in range(self.runs)], "wall")
            all_of_them = Run([self.cardinfo, "--json", *(cards * many)]).wall
            row(card, f"{(many - 1) / (all_of_them - one):.0f}")

    def ledger(self):
        table("Ledger", "lines", "file", "import", "`lines --limit 20`", "`lines`",
              "`lines --due 7d`", "`line show`", "read with `--save`", "peak memory of `lines`")
        for size in self.sizes:
            directory = f"{self.home}/ledger-{size}"
            document = f"{self.home}/lines.csv"
            with open(document, "w", encoding="ascii") as file:
                file.write("record,id,name,iccid,rule,event,kind,on,recordedAt,amount,currency\r\n")
                for number in range(size):
                    iccid = f"8944{100_000_000_000_001 + number * 10}"
                    day = f"{2026}-{1 + number % 9:02}-{1 + number % 28:02}"
                    file.write(f"line,{iccid},Line {number},{iccid},giffgaff,,,,,,\r\n"
                               f"event,{iccid},,,,0,topUp,{day},2026-01-01T00:00:00Z,10,GBP\r\n")
            place = ["--ledger", directory]
            imported = Run([self.cardinfo, "line", "import", document, *place])
            os.remove(document)
            if imported.status not in (0, 1):
                row(size, "–", f"status {imported.status}")
                continue
            # The first asks judge what is new.
            Run([self.cardinfo, "lines", *place])

            def ask(*arguments):
                runs = [Run([self.cardinfo, *arguments, *place]) for _ in range(3)]
                return runs, f"{milliseconds(median(runs, 'wall'))} ms"

            every, whole = ask("lines")
            file_size = os.path.getsize(f"{directory}/ledger.sqlite") >> 20
            row(f"{size:,}", f"{file_size} MB", f"{imported.wall:.1f} s", ask("lines", "--limit", "20")[1],
                whole, ask("lines", "--due", "7d")[1], ask("line", "show", f"Line {size // 2}")[1],
                ask("--virtual", "plain-sim", "--save")[1],
                f"{median(every, 'memory') / 1024:.0f} MB")
            shutil.rmtree(directory)


class BareCard:
    """The first reader's card by PC/SC alone, with nothing of a program around it."""

    def __init__(self):
        self.pcsc = ctypes.CDLL("libpcsclite.so.1")
        self.context, self.card, self.protocol = ctypes.c_long(), ctypes.c_long(), ctypes.c_ulong()
        names = ctypes.create_string_buffer(4096)
        length = ctypes.c_ulong(len(names))
        self.pcsc.SCardEstablishContext(ctypes.c_ulong(2), None, None, ctypes.byref(self.context))
        self.pcsc.SCardListReaders(self.context, None, names, ctypes.byref(length))
        self.pcsc.SCardConnect(
            self.context, names.raw.split(b"\0")[0], ctypes.c_ulong(2), ctypes.c_ulong(3), ctypes.byref(self.card),
            ctypes.byref(self.protocol))
        self.pcsc.SCardBeginTransaction(self.card)

    def exchange(self):
        """How long a SELECT of the MF takes."""
        protocol = (ctypes.c_ulong * 2)(self.protocol.value, 16)
        command = bytes.fromhex("00A4000C023F00")
        answer, length = ctypes.create_string_buffer(300), ctypes.c_ulong(300)
        began = time.monotonic()
        self.pcsc.SCardTransmit(self.card, protocol, command, ctypes.c_ulong(len(command)), None, answer,
                                ctypes.byref(length))
        return time.monotonic() - began

    def close(self):
        self.pcsc.SCardEndTransaction(self.card, ctypes.c_ulong(1))
        self.pcsc.SCardDisconnect(self.card, ctypes.c_ulong(1))
        self.pcsc.SCardReleaseContext(self.context)


def bare_connect():
    began = time.monotonic()
    BareCard().close()
    return time.monotonic() - began


def machine():
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"model name\s*: (.*)", text)
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} processors, {platform.platform()}"


def main():
    parts = ["commands", "peers", "readers", "throughput", "ledger"]
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cardinfo", default=".build/release/cardinfo")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--ledger", default="1000,10000,100000")
    parser.add_argument("--no-instructions", action="store_true")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts))
    options = parser.parse_args()
    if unknown := set(options.parts) - set(parts):
        parser.error(f"no such part: {', '.join(unknown)}")
    options.cardinfo = os.path.abspath(options.cardinfo)
    bench = Bench(options)
    print(f"{machine()}; {time.strftime('%Y-%m-%d')}; medians of {options.runs} runs.")
    try:
        for part in options.parts or parts:
            getattr(bench, part)()
    finally:
        bench.remove_all()
        shutil.rmtree(bench.home, ignore_errors=True)


if __name__ == "__main__":
    main()
