"""Why a server refuses, as pairs of subject and reason code (SGP.22 §5.6, §5.8)."""


class Refusal(Exception):
    """A function that failed, with what its answer says."""

    def __init__(self, subject, reason, message=None, identifier=None):
        super().__init__(f"{subject}/{reason} {message}")
        self.subject, self.reason, self.message = subject, reason, message
        self.identifier = identifier

    @property
    def pair(self):
        return f"{self.subject}/{self.reason}"

    def status(self):
        data = {
            "subjectCode": self.subject, "reasonCode": self.reason,
            "subjectIdentifier": self.identifier, "message": self.message}
        known = {name: value for name, value in data.items() if value}
        return {"status": "Failed", "statusCodeData": known}


# What this server itself finds: name → subject, reason, message.
REASONS = {
    "wrong-address": ("8.8.1", "3.8", "SM-DP+ address refused"),
    "no-common-ci": ("8.8.2", "3.1", "no CI public key in common"),
    "version": ("8.8.3", "3.1", "SVN not supported"),
    "ds-wrong-address": ("8.9.1", "3.8", "SM-DS address refused"),
    "ds-no-common-ci": ("8.9.2", "3.1", "no CI public key in common"),
    "ds-version": ("8.9.3", "3.1", "SVN not supported"),
    "ds-unknown-event": ("8.9.5", "3.9", "event unknown"),
    "unknown-session": ("8.10.1", "3.9", "TransactionID unknown"),
    "unknown-ci": ("8.11.1", "3.9", "CI of the EUM certificate unknown"),
    "eum-certificate": ("8.1.2", "6.1", "EUM certificate not verified"),
    "eum-expired": ("8.1.2", "6.3", "EUM certificate expired"),
    "euicc-certificate": ("8.1.3", "6.1", "eUICC certificate not verified"),
    "euicc-expired": ("8.1.3", "6.3", "eUICC certificate expired"),
    "euicc-signature": ("8.1", "6.1", "eUICC signature not verified"),
    "no-memory": ("8.1", "4.8", "not enough memory on the eUICC"),
    "other-eid": ("8.1.1", "3.8", "the profile is for another EID"),
    "matching-id": ("8.2.6", "3.8", "MatchingID refused"),
    "not-released": ("8.2", "1.2", "profile not released"),
    "no-binding": ("8.2", "3.7", "no new binding of the profile"),
    "code-missing": ("8.2.7", "2.2", "confirmation code missing"),
    "code-wrong": ("8.2.7", "3.8", "confirmation code refused"),
    "code-exhausted": ("8.2.7", "6.4", "too many wrong confirmation codes"),
    "order-expired": ("8.8.5", "4.10", "download order expired"),
    "order-exhausted": ("8.8.5", "6.4", "too many downloads"),
    "wrong-oid": ("8.8", "3.10", "signed for another SM-DP+"),
    "malformed": ("8.1", "2.1", "malformed data"),
}


def refusal(name, message=None):
    subject, reason, usual = REASONS[name]
    return Refusal(subject, reason, message or usual)
