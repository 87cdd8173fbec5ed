#!/usr/bin/env python3
"""English plural forms follow from the source: "%n node(s)" is "%n node" for one, "%n nodes" for others.

A source without "(s)", such as "%n given", reads the same for every count."""
import sys
import xml.etree.ElementTree as ET


def main():
    path = sys.argv[1]
    tree = ET.parse(path)
    for message in tree.getroot().iter("message"):
        source, target = message.findtext("source") or "", message.find("translation")
        forms = list(target.iter("numerusform"))
        # lupdate guesses from a like text and leaves it unfinished: the rule decides here too.
        finished = target.get("type") != "unfinished" and all(f.text for f in forms)
        if message.get("numerus") != "yes" or finished:
            continue
        for form in forms:
            target.remove(form)
        target.attrib.pop("type", None)
        target.text = None
        for ending in ("", "s"):
            ET.SubElement(target, "numerusform").text = source.replace("(s)", ending)
    ET.indent(tree, "    ")
    with open(path, "wb") as out:
        out.write(b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        tree.write(out, encoding="utf-8", xml_declaration=False)
        out.write(b"\n")


if __name__ == "__main__":
    main()
