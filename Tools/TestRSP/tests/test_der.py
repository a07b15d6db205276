"""What is DER and what is not, by examples worked out from X.690."""

import unittest

import context  # noqa: F401
import der


class Encoding(unittest.TestCase):
    def test_lengths(self):
        for count, encoded in ((0, "00"), (127, "7F"), (128, "8180"), (256, "820100")):
            self.assertEqual(der.length(count).hex().upper(), encoded)

    def test_values(self):
        for encoded, expected in (
                (der.integer(0x02, 0), "020100"), (der.integer(0x02, 127), "02017F"),
                (der.integer(0x02, 128), "02020080"), (der.oid(0x06, "2.999.3"), "0603883703"),
                (der.oid(0x06, "1.2.840.113549"), "06062A864886F70D"),
                (der.named_bits(0x03, 0), "03020780"), (der.named_bits(0x03, 1, 2), "03020560"),
                (der.named_bits(0x03, 9), "0303060040"), (der.tlv(0xBF25, b"a"), "BF250161")):
            self.assertEqual(encoded.hex().upper(), expected)


class Reading(unittest.TestCase):
    def test_what_is_refused(self):
        for encoded in (
                "30", "1F", "BF", "0401", "0482", "048100", "04817F" + "00" * 127,
                "04820080" + "00" * 128, "0480AA0000", "BFFFFFFF0100"):
            with self.subTest(encoded), self.assertRaises(der.DERError):
                der.read_all(bytes.fromhex(encoded))

    def test_one_object_of_the_tag_and_no_more(self):
        for encoded in ("", "0500", "02010102"):
            with self.assertRaises(der.DERError):
                der.read(bytes.fromhex(encoded), 0x02)
        self.assertEqual(der.read(bytes.fromhex("020101"), 0x02).raw.hex(), "020101")

    def test_values_that_their_type_does_not_have(self):
        for encoded, method in (
                ("0200", "integer"), ("02020001", "integer"), ("0202FFFF", "integer"),
                ("010101", "boolean"), ("0100", "boolean"), ("0C01FF", "text"), ("0600", "oid"),
                ("060188", "oid"), ("0300", "named_bits"), ("03020880", "named_bits"),
                ("030101", "named_bits")):
            with self.subTest(encoded), self.assertRaises(der.DERError):
                getattr(der.read_all(bytes.fromhex(encoded))[0], method)()

    def test_values(self):
        for encoded, method, expected in (
                ("0202FF7F", "integer", -129), ("0101FF", "boolean", True),
                ("0603883703", "oid", "2.999.3"), ("0601 2A", "oid", "1.2"),
                ("03020560", "named_bits", {1, 2}), ("0C02C3A9", "text", "é")):
            self.assertEqual(
                getattr(der.read_all(bytes.fromhex(encoded))[0], method)(), expected)


if __name__ == "__main__":
    unittest.main()
