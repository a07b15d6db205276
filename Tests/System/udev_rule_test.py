#!/usr/bin/python3
"""Runs the real udevadm, with the system's rules and ours, on mocked USB devices.

    Tests/System/udev_rule_test.py [unittest options]

The devices come from umockdev. Everything udev would write on the host (/run/udev, /dev/char) is a
tmpfs in a mount namespace of its own, so the test needs no hardware and leaves nothing behind.
Exits with 77 and a reason where umockdev, udevadm or namespaces are missing.
"""

import os
import re
import shutil
import subprocess
import sys
import unittest
from dataclasses import dataclass, field
from pathlib import Path

RULES = sorted((Path(__file__).resolve().parents[2] / "udev").glob("*.rules"))
RULES_UNDER_TEST = Path("/run/udev/rules.d")
UACCESS_RULES = Path("/lib/udev/rules.d/70-uaccess.rules")
SYSPATH = "/devices/pci0000:00/0000:00:14.0/usb1/1-2"
INSIDE = "--inside-namespace"

# Run as root of a new mount namespace. An administrator's own rules could hide or alter ours,
# so they stay outside; /etc/passwd and /etc/group become copies that a test may change.
ENTER_NAMESPACE = """
set -e
mount -t tmpfs none /run
mkdir -p /run/udev/rules.d
for host_directory in /dev/char /etc/udev/rules.d; do
    [ ! -d "$host_directory" ] || mount -t tmpfs none "$host_directory"
done
for database in passwd group; do
    cp /etc/$database /run/$database.host
    cp /etc/$database /run/$database
    mount --bind /run/$database /etc/$database
done
exec umockdev-wrapper "$@"
"""

READER = (0x0B, 0x00, 0x00)
KEYBOARD = (0x03, 0x01, 0x01)
HID = (0x03, 0x00, 0x00)
FIRMWARE_UPDATE = (0xFE, 0x01, 0x01)
STORAGE = (0x08, 0x06, 0x50)
SERIAL_AT = (0x02, 0x02, 0x01)
SERIAL_PLAIN = (0x02, 0x02, 0x00)
SERIAL_DATA = (0x0A, 0x00, 0x00)
MBIM = (0x02, 0x0E, 0x00)
MBIM_DATA = (0x0A, 0x00, 0x02)
RNDIS = (0xE0, 0x01, 0x03)
RNDIS_MISCELLANEOUS = (0xEF, 0x04, 0x01)
VENDOR = (0xFF, 0xFF, 0xFF)
HUB = (0x09, 0x00, 0x00)


@dataclass
class Outcome:
    """What udev decided about one device."""

    properties: dict[str, str]
    tags: set[str]
    attributes: dict[str, str]
    owning_group: str | None
    complaints: list[str] = field(compare=False)


def usb_descriptors(interfaces):
    """The device and configuration descriptors, as the kernel shows them in sysfs."""
    body = b""
    for number, (usb_class, subclass, protocol) in enumerate(interfaces):
        body += bytes([9, 4, number, 0, 1, usb_class, subclass, protocol, 0])
        body += bytes([7, 5, 0x81 + number, 2, 64, 0, 0])
    device = bytes.fromhex("120100020000004034127856000101020301")
    total_length = (9 + len(body)).to_bytes(2, "little")
    return device + b"\x09\x02" + total_length + bytes([len(interfaces), 1, 0, 0x80, 50]) + body


def plug_in(interfaces):
    """Mocks one USB device made of (class, subclass, protocol) interfaces."""
    testbed = UMockdev.Testbed.new()
    descriptors = usb_descriptors(interfaces).hex().upper()
    testbed.add_from_string(
        f"P: {SYSPATH}\n"
        f"N: bus/usb/001/002={descriptors}\n"
        "E: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\nE: DEVNAME=/dev/bus/usb/001/002\n"
        "E: MAJOR=189\nE: MINOR=1\nE: PRODUCT=1234/5678/100\n"
        "A: idVendor=1234\\n\nA: idProduct=5678\\n\nA: bDeviceClass=00\\n\n"
        "A: power/control=on\\n\nA: power/persist=1\\n\n"
        f"H: descriptors={descriptors}\n"
    )
    return testbed


def install(rules):
    shutil.rmtree(RULES_UNDER_TEST)
    RULES_UNDER_TEST.mkdir()
    for rule in rules:
        shutil.copy(rule, RULES_UNDER_TEST)


def set_pcscd_user(present):
    """Lets the system have a user and group pcscd, or not, whatever the host has."""
    entries = {"passwd": "pcscd:x:987:987::/:/usr/sbin/nologin\n", "group": "pcscd:x:987:\n"}
    for database, entry in entries.items():
        lines = Path(f"/run/{database}.host").read_text().splitlines(keepends=True)
        kept = "".join(line for line in lines if not line.startswith("pcscd:"))
        Path(f"/run/{database}").write_text(kept + (entry if present else ""))


def run_udev(interfaces, action="add", rules=RULES):
    install(rules)
    testbed = plug_in(interfaces)
    run = subprocess.run(
        ["udevadm", "test", f"--action={action}", f"/sys{SYSPATH}"],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (run.stderr + run.stdout).splitlines()
    properties = dict(re.findall(r"^([A-Z]\w*)=(.*)$", run.stdout, re.MULTILINE))
    # When the event happened is no decision of any rule.
    properties.pop("USEC_INITIALIZED", None)
    tags = set(properties.pop("TAGS", "").strip(":").split(":"))
    properties.pop("CURRENT_TAGS", None)
    power = Path(testbed.get_root_dir(), "sys" + SYSPATH, "power")
    # What names the device is about the event; what starts with the file is about the file.
    complaints = [line for line in lines if line.startswith(f"{RULES_UNDER_TEST}/")]
    groups = re.findall(r"\.rules:\d+ GROUP (\S+)", "\n".join(lines))
    return Outcome(
        properties,
        tags,
        {name: (power / name).read_text().strip() for name in ("control", "persist")},
        groups[-1] if groups else None,
        complaints,
    )


class RuleFiles(unittest.TestCase):
    def test_there_are_rules_and_udev_accepts_every_line(self):
        self.assertTrue(RULES)
        for pcscd_user in (False, True):
            set_pcscd_user(pcscd_user)
            self.assertEqual(run_udev([READER, KEYBOARD]).complaints, [])


class Readers(unittest.TestCase):
    def setUp(self):
        set_pcscd_user(False)

    def assert_is_reader(self, outcome):
        """What holds for any reader, by systemd's rules and ours together."""
        self.assertEqual(outcome.properties["ID_SMARTCARD_READER"], "1")
        self.assertEqual(outcome.properties["ID_MM_DEVICE_IGNORE"], "1")
        # uaccess comes from a file of systemd's, which a machine with udev alone does not have.
        tags = {"uaccess", "security-device"} if UACCESS_RULES.exists() else {"security-device"}
        self.assertLessEqual(tags, outcome.tags)

    def test_reader_with_keyboard_never_sleeps_by_itself(self):
        for interfaces in ([READER, KEYBOARD], [KEYBOARD, HID, READER], [HID, READER]):
            with self.subTest(interfaces=interfaces):
                outcome = run_udev(interfaces)
                self.assert_is_reader(outcome)
                self.assertEqual(outcome.attributes, {"control": "on", "persist": "0"})

    def test_reader_with_firmware_update_interface_may_sleep(self):
        for interfaces in ([READER, FIRMWARE_UPDATE], [FIRMWARE_UPDATE, READER]):
            with self.subTest(interfaces=interfaces):
                outcome = run_udev(interfaces)
                self.assert_is_reader(outcome)
                self.assertEqual(outcome.attributes, {"control": "auto", "persist": "0"})

    def test_reader_with_storage_keeps_persistence(self):
        outcome = run_udev([READER, STORAGE])
        self.assert_is_reader(outcome)
        self.assertEqual(outcome.attributes, {"control": "on", "persist": "1"})

    def test_plain_reader_keeps_all_that_systemd_and_libccid_decide(self):
        for interfaces in ([READER], [READER, READER]):
            with self.subTest(interfaces=interfaces):
                without, outcome = run_udev(interfaces, rules=[]), run_udev(interfaces)
                self.assert_is_reader(outcome)
                self.assertEqual(outcome.tags, without.tags)
                self.assertEqual(outcome.attributes["control"], without.attributes["control"])
                self.assertEqual(outcome.attributes["persist"], "0")
                self.assertEqual(
                    outcome.properties, without.properties | {"ID_MM_DEVICE_IGNORE": "1"}
                )

    def test_later_events_keep_the_properties_and_leave_power_alone(self):
        for action in ("bind", "change"):
            with self.subTest(action=action):
                outcome = run_udev([READER, FIRMWARE_UPDATE], action)
                self.assert_is_reader(outcome)
                self.assertEqual(outcome.attributes, {"control": "on", "persist": "1"})

    def test_reader_belongs_to_the_group_of_the_pcscd_user_where_there_is_one(self):
        for action in ("add", "change"):
            for pcscd_user, group in ((False, None), (True, "pcscd(987)")):
                set_pcscd_user(pcscd_user)
                for interfaces in ([READER], [READER, KEYBOARD]):
                    with self.subTest(action=action, user=pcscd_user, interfaces=interfaces):
                        self.assertEqual(run_udev(interfaces, action).owning_group, group)


class OtherDevices(unittest.TestCase):
    def test_they_are_untouched(self):
        set_pcscd_user(True)
        devices = {
            "mbim modem with reader": [MBIM, MBIM_DATA, SERIAL_AT, READER],
            "serial modem with reader": [SERIAL_AT, SERIAL_DATA, READER],
            "serial modem with reader, no protocol": [READER, SERIAL_PLAIN],
            "serial modem with reader, data only": [READER, SERIAL_DATA],
            "vendor modem with reader": [VENDOR, VENDOR, READER],
            "vendor modem with reader and storage": [VENDOR, READER, STORAGE],
            "rndis modem with reader": [RNDIS, READER],
            "rndis modem with reader, miscellaneous class": [READER, RNDIS_MISCELLANEOUS],
            "modem": [MBIM, MBIM_DATA, SERIAL_AT, SERIAL_DATA],
            "vendor modem": [VENDOR, (0xFF, 0x02, 0x0B)],
            "keyboard": [KEYBOARD, HID],
            "storage": [STORAGE],
            "hub": [HUB],
        }
        for name, interfaces in devices.items():
            for action in ("add", "bind", "change"):
                with self.subTest(device=name, action=action):
                    self.assertEqual(
                        run_udev(interfaces, action), run_udev(interfaces, action, rules=[])
                    )


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(77)


def enter_namespace():
    for tool in ("unshare", "udevadm", "umockdev-wrapper"):
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    namespace = ["unshare", "--mount", "--propagation", "private"]
    if os.geteuid() != 0:
        namespace += ["--user", "--map-root-user"]
    mount = ["mount", "-t", "tmpfs", "none", "/run"]
    trial = subprocess.run([*namespace, *mount], capture_output=True)
    if trial.returncode != 0:
        skip(f"no mount namespace here: {trial.stderr.decode().strip()}")
    inside = [sys.executable, __file__, INSIDE, *sys.argv[1:]]
    os.execvp(namespace[0], [*namespace, "sh", "-c", ENTER_NAMESPACE, "sh", *inside])


try:
    import gi

    gi.require_version("UMockdev", "1.0")
    from gi.repository import UMockdev
except (ImportError, ValueError) as error:
    skip(f"umockdev for python is not installed: {error}")

if __name__ == "__main__":
    if INSIDE in sys.argv:
        sys.argv.remove(INSIDE)
        unittest.main()
    enter_namespace()
