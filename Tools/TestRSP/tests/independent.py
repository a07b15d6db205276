#!/usr/bin/python3
"""Has an independent decoder of SGP.22 judge what was sent: PyPI's asn1play, if it is there.

    Tools/TestRSP/tests/independent.py JOURNAL…    files that serve.py wrote with --log

asn1play is GPL-3: it runs beside the project, and nothing of it is part of it. What is needed:
`python3 -m pip install --no-deps asn1play pycrate`. Without it this exits with 77.
"""

import base64
import importlib
import json
import sys

GENERATED = "asn1_play.generated_code.asn1."
TYPES = {
    "euiccInfo1": "EUICCInfo1",
    "authenticateServerResponse": "AuthenticateServerResponse",
    "prepareDownloadResponse": "PrepareDownloadResponse",
    "pendingNotification": "PendingNotification",
    "cancelSessionResponse": "CancelSessionResponse",
    "serverSigned1": "ServerSigned1",
    "serverCertificate": "Certificate",
    "profileMetadata": "StoreMetadataRequest",
    "smdpSigned2": "SmdpSigned2",
    "smdpCertificate": "Certificate",
    "boundProfilePackage": "BoundProfilePackage",
}


def loaded(module):
    """A generated module, or None where the decoder is not installed."""
    try:
        return importlib.import_module(GENERATED + module)
    except ImportError:
        return None


RSP = loaded("GSMA.SGP_22.v2_4.python_gen.sgp22.sgp22")
PROFILE = loaded("TCA.eUICC_Profile_Package.v2_3.python_gen.epp.epp")


def judge(kind, encoded):
    """The decoded value of `encoded`; ValueError unless it is the DER of a `kind`."""
    if kind == "Certificate":
        definition = RSP.PKIX1Explicit88.Certificate
    elif kind == "ProfileElement":
        definition = PROFILE.PEDefinitions.ProfileElement
    else:
        definition = getattr(RSP.RSPDefinitions, kind)
    try:
        definition.from_der(encoded)
        value, again = definition.get_val(), definition.to_der()
    except Exception as error:
        raise ValueError(f"{kind}: {error}") from error
    if again != encoded:
        raise ValueError(f"{kind}: {encoded.hex()} is {again.hex()} in DER")
    return value


def journal_faults(path):
    """What the decoder says against the structures of a journal, and how many it saw."""
    faults, count = [], 0
    with open(path, encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            members = {**(entry.get("body") or {}), **(entry.get("answer") or {})}
            for member, kind in TYPES.items():
                if member not in members:
                    continue
                count += 1
                try:
                    judge(kind, base64.b64decode(members[member], validate=True))
                except ValueError as error:
                    faults.append(f"{path}: entry {entry['number']}: {member}: {error}")
    return faults, count


def main():
    if RSP is None:
        print("not judged: asn1play is not installed", file=sys.stderr)
        return 77
    faults, count = [], 0
    for path in sys.argv[1:]:
        found, seen = journal_faults(path)
        faults, count = faults + found, count + seen
    print(*faults, f"{count} structures judged, {len(faults)} found faulty", sep="\n")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
