#!/usr/bin/env python3
"""Writes the part of ICU's data that the program uses, as an object to link in place of all of it.

    icu_data.py OBJECT LANGUAGE…

It prints the linker's options with which a program takes it.

Foundation brings ICU and with it 34 MB of tables: collation, dictionaries, character sets and every
language. The program asks it for time zones and for names of countries and currencies in its own
languages. What is left out of the copy is unknown to ICU, not wrong: it falls back to its root.

The tables are taken from the toolchain that builds the program, so they are of its version. Their
form: ICU User Guide, "ICU Data", and `common/ucmndata.h`: a header, the number of items, for each the
offsets of its name and its bytes from that number on, in order of the names; then the names.
"""

import json
import mmap
import pathlib
import struct
import subprocess
import sys

# What every language needs: zones, the calendar, numbers, and what the tables of names refer to.
COMMON = [
    "zoneinfo64.res", "timezoneTypes.res", "metaZones.res", "keyTypeData.res", "icuver.res", "icustd.res",
    "supplementalData.res", "curr/supplementalData.res", "metadata.res",
    "numberingSystems.res", "currencyNumericCodes.res", "plurals.res", "pluralRanges.res",
]
# The tables of each language, and those that all of them share.
TREES = ["", "curr/", "region/"]
SHARED = ["root.res", "pool.res", "res_index.res"]


class Flaw(Exception):
    """Why the data can't be taken from this toolchain."""


def archive():
    """The toolchain's ICU, as it is linked statically."""
    target = subprocess.run(
        ["swiftc", "-print-target-info", "-static-stdlib"], capture_output=True, check=True)
    resources = json.loads(target.stdout)["paths"]["runtimeResourcePath"]
    return pathlib.Path(resources) / "linux" / "lib_FoundationICU.a"


def items(data):
    """The header, the package's name, and name and bytes of every item but the last, whose end the
    table does not tell."""
    magic = data.find(b"\xda\x27")
    while magic >= 0 and data[magic + 10:magic + 14] != b"CmnD":
        magic = data.find(b"\xda\x27", magic + 1)
    if magic < 2:
        raise Flaw("no table of ICU data in it")
    start = magic - 2
    (header,) = struct.unpack_from("<H", data, start)
    table = start + header
    (count,) = struct.unpack_from("<I", data, table)
    entries = [struct.unpack_from("<II", data, table + 4 + 8 * index) for index in range(count)]
    names = [data[table + name:data.find(b"\0", table + name)].decode() for name, _ in entries]
    offsets = [offset for _, offset in entries]
    found = {
        name.split("/", 1)[1]: data[table + begin:table + end]
        for name, begin, end in zip(names, offsets, offsets[1:])
    }
    return data[start:table], names[0].split("/", 1)[0], found


def wanted(found, languages):
    """The items to keep. A language of a script needs its own tables as well: zh_Hans and zh."""
    locales = {"en", "en_US_POSIX"}
    for language in languages:
        parts = language.split("_")
        locales |= {"_".join(parts[:count + 1]) for count in range(len(parts))}
    names = COMMON + [tree + name for tree in TREES for name in SHARED]
    missing = [name for name in names if name not in found]
    if missing:
        raise Flaw(f"no {missing[0]} in it")
    names += [f"{tree}{locale}.res" for tree in TREES for locale in locales]
    return {name: found[name] for name in names if name in found}


def package(header, prefix, kept):
    """The items as ICU reads them."""
    kept = sorted((f"{prefix}/{name}".encode() + b"\0", content) for name, content in kept.items())
    before_names = 4 + 8 * len(kept)
    names, contents, entries = b"", b"", b""
    first = (before_names + sum(len(name) for name, _ in kept) + 15) // 16 * 16
    for name, content in kept:
        contents += b"\0" * (-len(contents) % 16)
        entries += struct.pack("<II", before_names + len(names), first + len(contents))
        names += name
        contents += content
    table = struct.pack("<I", len(kept)) + entries + names
    return header + table.ljust(first, b"\0") + contents


def write_object(path, symbol, data):
    """The data as an object, under a symbol."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = path.with_suffix(".dat")
    raw.write_bytes(data)
    assembly = f"""
        .section .rodata.{symbol}, "a", @progbits
        .balign 16
        .globl {symbol}
        .type {symbol}, @object
        .size {symbol}, {len(data)}
{symbol}:
        .incbin {json.dumps(str(raw))}
        .section .note.GNU-stack, "", @progbits
"""
    subprocess.run(
        ["clang", "-c", "-x", "assembler", "-", "-o", str(path)], input=assembly.encode(), check=True)


def main(path, *languages):
    library = archive()
    try:
        with library.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            header, prefix, found = items(data)
        if not prefix.endswith("l"):
            raise Flaw(f"{prefix} is not for a little-endian machine")
        kept = wanted(found, [language.replace("-", "_") for language in languages])
    except (OSError, Flaw) as flaw:
        sys.exit(f"{library}: {flaw}")
    symbol = prefix.removesuffix("l") + "_dat"
    # A reference to the symbol becomes one to its wrapper, so that the archive's is not taken.
    write_object(pathlib.Path(path), f"__wrap_{symbol}", package(header, prefix, kept))
    print(f"-Xlinker --wrap={symbol} -Xlinker {path}")


if __name__ == "__main__":
    main(*sys.argv[1:])
