"""Reads the vCards of standard input with vobject and prints them as JSON: for each a list of [field, value]."""

import base64
import json
import sys

import vobject


def texts(value, names):
    return "|".join(getattr(value, name) or "" for name in names)


def fields(card):
    for line in card.getChildren():
        name = line.name.lower()
        if name == "n":
            yield name, texts(line.value, ["family", "given", "additional", "prefix", "suffix"])
        elif name == "adr":
            yield name, texts(line.value, ["street", "city", "region", "code", "country"])
        elif name == "org":
            yield name, "|".join(line.value)
        elif isinstance(line.value, bytes):
            yield name, base64.b64encode(line.value).decode()
        else:
            yield name, line.value
        if name == "tel":
            yield "tel types", "|".join(line.params.get("TYPE", []))
            yield "tel waid", "|".join(line.params.get("WAID", []))


text = sys.stdin.buffer.read().decode("utf-8")
print(json.dumps([list(fields(card)) for card in vobject.readComponents(text)]))
