#!/usr/bin/env python3
"""Makes a language nobody speaks: accented and a third longer, so that raw literals and clipped labels show."""
import re
import sys
import xml.etree.ElementTree as ET

ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
# Placeholders and markup stay as they are; so does the ampersand of a mnemonic.
KEEP = re.compile(r"(%L?\d+|%n|&.|\n|<[^>]*>)")


def pseudo(text):
    parts = [part if KEEP.fullmatch(part) else part.translate(ACCENTS) for part in KEEP.split(text) if part]
    letters = sum(c.isalpha() for c in text)
    return "⟦" + "".join(parts) + "·" * (letters // 4) + "⟧"


def main():
    tree = ET.parse(sys.argv[1])
    root = tree.getroot()
    root.set("language", "en")
    for message in root.iter("message"):
        source = message.findtext("source") or ""
        target = message.find("translation")
        target.attrib.pop("type", None)
        target.text = None
        for form in list(target):
            target.remove(form)
        if message.get("numerus") == "yes":
            for _ in range(2):
                ET.SubElement(target, "numerusform").text = pseudo(source)
        else:
            target.text = pseudo(source)
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main()
