#!/usr/bin/env python3
"""What people read goes through tr(): no raw literal in a setter, no leading blank, no HTML, no string connect,
no blank that could break between a number and its unit."""
import pathlib
import re
import sys

SETTER = re.compile(r'\b(setText|setToolTip|setWindowTitle|setPlaceholderText|setAccessibleName|'
                    r'setAccessibleDescription|addAction|addItem|setTitle|setStatusTip)\s*\(\s*'
                    r'(?:QStringLiteral|QLatin1String|u?)\s*\(?\s*u?"([^"]*)"')
TR = re.compile(r'\btr\(\s*"((?:[^"\\]|\\.)*)"')
STRING_CONNECT = re.compile(r"\b(SIGNAL|SLOT)\s*\(")
TEXT = re.compile(r'\b(?:tr|QT_TRANSLATE_NOOP|QT_TR_NOOP)\(\s*(?:"[^"]*",\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)')
# A thin no-break space (U+202F) stands between a number and its unit.
LOOSE_UNIT = re.compile(r"[0-9] (?:mm[²³]?|HU|cm|mL|%(?![0-9n]))(?![A-Za-z])")
LAMBDA_WITHOUT_CONTEXT = re.compile(r"connect\([^,;]+,\s*&[\w:]+,\s*\[")


def main():
    root = pathlib.Path(sys.argv[1])
    problems = []
    for path in sorted((root / "ui").rglob("*.cpp")) + sorted((root / "app/nodewise").rglob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        place = path.relative_to(root)

        def report(match, what):
            problems.append(f"{place}:{text.count(chr(10), 0, match.start()) + 1}: {what}")

        for match in SETTER.finditer(text):
            if re.search(r"[A-Za-z]{2}", match.group(2)) and match.group(2) != "Nodewise":
                report(match, f'raw literal "{match.group(2)}" shown to people; use tr()')
        for match in TR.finditer(text):
            if match.group(1).startswith(" "):
                report(match, "a translatable text must not start with a blank")
            if re.search(r"</?[a-zA-Z]+>", match.group(1)):
                report(match, "no HTML in translatable texts")
        for match in TEXT.finditer(text):
            if LOOSE_UNIT.search(match.group(1)):
                report(match, "a number is parted from its unit by U+202F, not by a blank")
            if re.search(r"treat with", match.group(1), re.I):
                report(match, "says 'treat with'")
        for match in STRING_CONNECT.finditer(text):
            report(match, "connect by pointer to member")
        for match in LAMBDA_WITHOUT_CONTEXT.finditer(text):
            report(match, "connect to a lambda needs a context object")
    for path in sorted((root / "core").rglob("*.cpp")):
        for match in re.finditer(r"treat with", path.read_text(encoding="utf-8"), re.I):
            problems.append(f"{path.relative_to(root)}: says 'treat with'")
    print("\n".join(problems) or "strings: all texts are translatable")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
