"""What goes wrong on purpose. A fault is for one function, and wears off after some times."""

from dataclasses import dataclass, field

# Of the wire: done instead of the answer, or to it.
WIRE = {
    "delay": "answers after `seconds`",
    "drip": "sends the body over `seconds`",
    "hang": "answers nothing for `seconds`, then closes",
    "reset": "resets the connection instead of answering",
    "close": "closes the connection instead of answering",
    "cut": "closes after `bytes` of the body, or half of it",
    "status": "answers HTTP status `status` (500) with `body`",
    "html": "answers 200 with a page of HTML, as a captive portal does",
    "redirect": "answers 302 to `location`",
    "empty": "answers 200 with no body",
    "text": "answers 200 with `body` in place of JSON",
    "oversized": "answers `bytes` of JSON; `chunked`: without saying how much it will be",
}
# Of the content, whichever the function.
CONTENT = {
    "refuse": "answers Failed with `subject`, `reason`, `message`, `identifier`",
    "drop": "leaves `member` out",
    "replay": "repeats the answer of the last session that had one",
    "other-transaction": "names another transaction",
}
BY_FUNCTION = {
    "connection": {
        "reset": "resets the connection before the TLS handshake",
        "hang": "lets the handshake wait for `seconds`",
        "old-tls": "speaks TLS 1.1 at best",
        "plain": "answers with a page of HTML over plain HTTP, as a captive portal does",
    },
    "initiateAuthentication": {
        "wrong-signature": "serverSignature1 is not the certificate's",
        "wrong-challenge": "signs another eUICC challenge",
        "wrong-address": "signs another address",
        "foreign-certificate": "authenticates under a CI that the eUICC does not know",
        "wrong-role": "authenticates with the certificate for profile binding",
        "other-ci": "names a CI that the eUICC did not offer",
    },
    "authenticateClient": {
        "wrong-signature": "smdpSignature2 is not the certificate's",
        "foreign-certificate": "shows a DPpb under a CI that the eUICC does not know",
        "other-oid": "shows a DPpb of another SM-DP+",
        "other-metadata": "shows another profile than the package has",
    },
    "getBoundProfilePackage": {
        "wrong-signature": "the signature in BF23 is not the certificate's",
        "inner-transaction": "BF23 names another transaction",
        "wrong-operation": "BF23 asks for another remote operation",
        "wrong-key-type": "BF23 asks for another type of key",
        "bad-mac": "the MAC of `segment` (number, negative from the end) is wrong",
        "swapped-segments": "`segment` and the next one of its sequence change places",
        "missing-segment": "`segment` is left out",
        "cut-package": "the package ends after `bytes`, or half of it",
        "other-iccid": "StoreMetadata has another ICCID than the profile",
    },
    "handleNotification": {},
    "cancelSession": {},
}


@dataclass
class Fault:
    """Members of a scenario's `faults`; what a kind needs besides is in `options`."""

    function: str
    kind: str
    server: str = ""  # "dp", "ds"; both if empty
    times: int = 1  # 0: for ever
    skip: int = 0  # calls that go well before
    options: dict = field(default_factory=dict)

    @classmethod
    def reading(cls, members):
        options = dict(members)
        known = {
            name: options.pop(name) for name in ("function", "kind", "server", "times", "skip")
            if name in options}
        fault = cls(**known, options=options)
        if fault.function not in BY_FUNCTION:
            raise ValueError(f"no function {fault.function}")
        if fault.kind not in fault.possible():
            raise ValueError(f"{fault.function} has no fault {fault.kind}")
        return fault

    def possible(self):
        of_function = BY_FUNCTION[self.function]
        return of_function if self.function == "connection" else {**of_function, **WIRE, **CONTENT}

    @property
    def is_of_the_wire(self):
        return self.kind in WIRE

    def described(self):
        members = {name: value for name, value in vars(self).items() if name != "options"}
        return {**members, **self.options}


# In place of a fault where all goes well.
NO_FAULT = Fault("", "none")


class Faults:
    """Those that are still to happen, in the order in which they were asked for."""

    def __init__(self):
        self.pending = []

    def take(self, server, function):
        """The fault that this call is to have, or NO_FAULT."""
        for fault in self.pending:
            if fault.function != function or fault.server not in ("", server):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                return NO_FAULT
            if fault.times == 1:
                self.pending.remove(fault)
            elif fault.times > 1:
                fault.times -= 1
            return fault
        return NO_FAULT
