"""What a card signs must be about this session: each part is once about something else."""

import unittest

import context  # noqa: F401
import der
from euicc import EUICC
from lpa import encoded, octets
from server_case import ICCID, ServerCase


class Lying(EUICC):
    """A card that swears, with its own key, to parts that `lies` replaces by tag."""

    def __init__(self, lies):
        super().__init__()
        self.lies, self.lying = lies, False
        honest = self.identity

        class Signer:
            encoded = honest.encoded

            @staticmethod
            def sign(*signed):
                return honest.sign(*(self.lie(part) for part in signed))
        self.identity = Signer

    def lie(self, signed):
        body = der.read_all(signed)[0]
        if not self.lying or body.tag != 0x30:
            return signed
        return der.tlv(0x30, *(self.lies.get(part.tag, part.raw) for part in body.children()))

    def told(self, response):
        """The response with the lies in it that were signed."""
        outer = der.read_all(response)[0]
        body, *others = outer.require(0xA0).children()
        return der.tlv(outer.tag, der.tlv(
            0xA0, self.lie(body.raw), *(other.raw for other in others)))


class SignedData(ServerCase):
    def lying_lpa(self, member, **lies):
        """An LPA whose card lies in the response that is sent as `member`."""
        card = Lying({int(tag[1:], 16): value for tag, value in lies.items()})
        lpa = self.lpa(card)
        call = lpa.call

        def lying_call(function, **members):
            if member in members:
                members[member] = encoded(card.told(octets(members, member)))
            return call(function, **members)
        lpa.call = lying_call
        return lpa

    def test_authentication(self):
        for lies in (
                {"x80": der.tlv(0x80, bytes(16))},
                {"x83": der.text(0x83, "elsewhere.example")},
                {"x84": der.tlv(0x84, bytes(16))}):
            with self.subTest(lies):
                self.order()
                lpa = self.lying_lpa("authenticateServerResponse", **lies)
                lpa.card.lying = True
                self.assert_refused("8.1/6.1", lpa.authenticate, "MATCH-1")
                self.assertEqual(self.server.order(ICCID)["downloads"], 5)

    def test_preparation(self):
        self.order()
        lpa = self.lying_lpa("prepareDownloadResponse", x80=der.tlv(0x80, bytes(16)))
        offered = lpa.authenticate("MATCH-1")
        lpa.card.lying = True
        self.assert_refused("8.10.1/3.9", lpa.fetch, offered)
        self.assertEqual(self.server.order(ICCID)["state"], "released")

    def test_cancelling(self):
        for lies, pair in (
                ({"x80": der.tlv(0x80, bytes(16))}, "8.10.1/3.9"),
                ({"x81": der.oid(0x81, "2.999.10.2")}, "8.8/3.10")):
            self.order()
            lpa = self.lying_lpa("cancelSessionResponse", **lies)
            lpa.authenticate("MATCH-1")
            lpa.card.lying = True
            self.assert_refused(pair, lpa.cancel, 0)
            self.assertEqual(self.server.order(ICCID)["state"], "released")

    def test_signatures_of_another_card(self):
        for step in ("fetch", "cancel"):
            self.order()
            lpa = self.lpa()
            offered = lpa.authenticate("MATCH-1")
            lpa.card.identity.key = EUICC(world="-2").identity.key
            self.assert_refused(
                "8.1/6.1", getattr(lpa, step), offered if step == "fetch" else 0)
            self.assertEqual(self.server.order(ICCID)["state"], "released")

    def test_a_package_before_the_card_is_known(self):
        lpa = self.lpa()
        opened = lpa.call(
            "initiateAuthentication", smdpAddress=lpa.address,
            euiccChallenge=encoded(lpa.card.challenge()),
            euiccInfo1=encoded(lpa.card.information(full=False)))
        self.assert_refused("8.10.1/3.9", lambda: lpa.call(
            "getBoundProfilePackage", transactionId=opened["transactionId"],
            prepareDownloadResponse=encoded(b"")))

    def test_what_the_card_says_of_itself_at_first(self):
        lpa = self.lpa()
        begin = {
            "smdpAddress": lpa.address, "euiccChallenge": encoded(bytes(16)),
            "euiccInfo1": encoded(lpa.card.information(full=False))}
        lpa.call("initiateAuthentication", **begin)
        for member, value, pair in (
                ("euiccChallenge", bytes(15), "8.1/2.1"),
                ("euiccInfo1", b"\xbf\x20\x81\x00", "8.1/2.1"),
                ("euiccInfo1", lpa.card.information(full=False).replace(
                    b"\x82\x03\x02", b"\x82\x03\x01"), "8.8.3/3.1")):
            self.assert_refused(pair, lambda: lpa.call(
                "initiateAuthentication", **{**begin, member: encoded(value)}))


class Orders(ServerCase):
    def test_what_one_card_downloaded_is_for_no_other(self):
        self.order(state="downloaded", bound_to="89049032000000000000012600041755")
        self.assert_refused("8.2.6/3.8", self.lpa().authenticate, "MATCH-1")

    def test_downloads_are_counted(self):
        self.order(downloads=2)
        for _ in range(2):
            lpa = self.lpa()
            lpa.fetch(lpa.authenticate("MATCH-1"))
        self.assert_refused("8.8.5/6.4", self.lpa().authenticate, "MATCH-1")
        self.assertEqual(self.server.order(ICCID)["state"], "error")

    def test_results_that_leave_the_order(self):
        for reason, state in ((10, "released"), (11, "released"), (9, "error"), (127, "error")):
            self.order()
            lpa = self.lpa()
            lpa.fetch(lpa.authenticate("MATCH-1"))
            lpa.card.metadata = b""
            notification = lpa.card._notification(0)
            data = der.tlv(
                0xBF27, der.tlv(0x80, lpa.card.transaction), notification,
                der.oid(0x06, lpa.card.server_oid),
                der.tlv(0xA2, der.tlv(0xA1, der.integer(0x80, 5), der.integer(0x81, reason))))
            lpa.notify(der.tlv(0xBF37, data, lpa.card.identity.sign(data)))
            self.assertEqual(self.server.order(ICCID)["state"], state)


if __name__ == "__main__":
    unittest.main()
