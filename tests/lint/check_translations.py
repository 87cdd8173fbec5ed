#!/usr/bin/env python3
"""Every text of the sources is in every .ts file, finished, with the same placeholders and the agreed terms."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

PLACE = re.compile(r"%L?\d+|%n")


def find_lupdate():
    for candidate in ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"):
        if shutil.which(candidate):
            return candidate
    return None


def messages(path):
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            if target.get("type") in {"vanished", "obsolete"}:
                continue
            forms = [f.text or "" for f in target.iter("numerusform")] or [target.text or ""]
            yield (context.findtext("name"), message.findtext("source") or "", message.findtext("comment") or "",
                   message.get("numerus") == "yes", target.get("type"), forms)


def fresh_keys(root, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        ts = pathlib.Path(folder, "all.ts")
        run = subprocess.run([lupdate, "-silent", "-locations", "none", "-I", str(root), "-I", str(root / "core"),
                              "-recursive", str(root / "ui"),
                              str(root / "app/nodewise"), "-ts", str(ts)], capture_output=True, text=True, check=False)
        if run.returncode:
            sys.exit(run.stderr)
        return {m[:4] for m in messages(ts)}


def glossary(root):
    rows = []
    for line in (root / "translations/glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 2 and cells[0] not in {"English", "---"} and not cells[0].startswith("-"):
            rows.append(([w.strip() for w in cells[0].split("/")], [w.strip() for w in cells[1].split("/")]))
    return rows


# Only terms with one settled German word are enforced letter by letter.
ENFORCED = {"perinodal fat", "necrosis", "fatty hilum", "sternocleidomastoid", "internal jugular vein",
            "common carotid artery", "submandibular gland", "N category", "base of tongue"}


def check_file(path, wanted, terms, problems):
    seen = set()
    for name, source, comment, plural, kind, forms in messages(path):
        seen.add((name, source, comment, plural))
        if kind == "unfinished" or not all(forms):
            problems.append(f"{path.name}: unfinished in {name}: {source!r}")
            continue
        for form in forms:
            if set(PLACE.findall(form)) - {"%n"} != set(PLACE.findall(source)) - {"%n"}:
                problems.append(f"{path.name}: placeholders differ: {source!r} -> {form!r}")
            for english, german in terms:
                for word in english:
                    if word in ENFORCED and re.search(rf"\b{re.escape(word)}\b", source, re.I):
                        if not any(g.lower()[:6] in form.lower() for g in german):
                            problems.append(f"{path.name}: {source!r} says {word!r}; glossary wants one of {german}: {form!r}")
    for name, source, *_ in sorted(wanted - seen):
        problems.append(f"{path.name}: missing in {name}: {source!r}; run the target nodewise_lupdate")
    for name, source, *_ in sorted(seen - wanted):
        problems.append(f"{path.name}: no longer in the sources ({name}): {source!r}")


def check_contexts(root, wanted, problems):
    """lupdate guesses the scope of a free function's tr(); a context nobody asks for never translates."""
    text = "".join(p.read_text(encoding="utf-8") for folder in ("ui", "app/nodewise")
                   for p in sorted((root / folder).rglob("*")) if p.suffix in {".cpp", ".h"})
    for name in sorted({w[0] for w in wanted}):
        if not name.startswith("nodewise::") and not any(
                asked in text for asked in (f'"{name}"', f"Q_DECLARE_TR_FUNCTIONS({name})")):
            problems.append(f"context {name!r} is neither in nodewise:: nor named in the sources: its texts stay English")


def main():
    root = pathlib.Path(sys.argv[1])
    lupdate = find_lupdate()
    if not lupdate:
        print("lupdate is missing: apt-get install qt6-l10n-tools")
        return 1
    problems = []
    wanted = fresh_keys(root, lupdate)
    check_contexts(root, wanted, problems)
    for path in sorted((root / "translations").glob("nodewise_*.ts")):
        # English is the source: its file holds the plural forms only.
        english = path.stem == "nodewise_en"
        check_file(path, {w for w in wanted if w[3]} if english else wanted, [] if english else glossary(root), problems)
    print("\n".join(problems[:60]) or f"translations: {len(wanted)} texts, all there")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
