#!/usr/bin/python3
"""usage: validate_json.py [--as-is] SCHEMA DIRECTORY   validates every *.json in DIRECTORY, strictly

The schema of what is printed lets documents grow within a major version. What this version prints
must be in it, so objects with listed members may have no others. --as-is leaves the schema alone, for
one that allows nothing else anyway.
"""
import json
import pathlib
import sys

import jsonschema


def close(schema):
    if isinstance(schema, dict):
        if "properties" in schema:
            schema["additionalProperties"] = False
        for part in schema.values():
            close(part)
    elif isinstance(schema, list):
        for part in schema:
            close(part)


arguments = [word for word in sys.argv[1:] if word != "--as-is"]
schema = json.loads(pathlib.Path(arguments[0]).read_text())
jsonschema.Draft202012Validator.check_schema(schema)
if "--as-is" not in sys.argv:
    close(schema)
validator = jsonschema.Draft202012Validator(schema)
valid, status = 0, 0
for path in sorted(pathlib.Path(arguments[1]).glob("*.json")):
    errors = list(validator.iter_errors(json.loads(path.read_text())))
    for error in errors:
        status = 1
        print(f"{path.name}: {error.json_path}: {error.message}", file=sys.stderr)
    valid += not errors
print(f"{valid} valid")
sys.exit(status)
