"""A server that all tests of a class share, emptied before each."""

import unittest

import context  # noqa: F401
from lpa import LPA, Refused, TestServer
from orders import Order

ICCID = "8900100000000000010"


class ServerCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = TestServer()

    @classmethod
    def tearDownClass(cls):
        assert cls.server.stop() == 0

    def setUp(self):
        self.server.clear()

    def order(self, **members):
        members = {"iccid": ICCID, "matching_id": "MATCH-1", **members}
        self.server.play(orders=[members])
        return Order.reading(members)

    def lpa(self, card=None):
        lpa = LPA(self.server.address, card)
        self.addCleanup(lpa.connection.close)
        return lpa

    def assert_refused(self, pair, action, *arguments):
        with self.assertRaises(Refused) as caught:
            action(*arguments)
        self.assertEqual(str(caught.exception), pair)
