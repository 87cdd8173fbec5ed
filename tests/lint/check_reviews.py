#!/usr/bin/env python3
"""Lists that name a test on each line name tests that exist, and no line that counts stands without one."""
import pathlib
import re
import sys

LISTS = ["ui/viewer/basic_image_review.md"]


def test_slots(root):
    """Program -> its test functions."""
    slots = {}
    for file in (root / "tests").rglob("tst_*.cpp"):
        text = file.read_text(encoding="utf-8")
        slots[file.stem] = set(re.findall(r"^\s*void (\w+)\(\)", text, re.M))
    return slots


def problems_of(path, slots):
    program = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("| ✓"):
            continue
        named = re.findall(r"`(tst_\w+)?(?:::(\w+))?`", line)
        named = [(a, b) for a, b in named if a or b]
        if not named:
            yield f"{path}:{number}: no test on this line"
        for name, slot in named:
            program = name or program
            if program not in slots:
                yield f"{path}:{number}: there is no test {program}"
            elif slot and slot not in slots[program]:
                yield f"{path}:{number}: {program} has no function {slot}"


def main():
    root = pathlib.Path(sys.argv[1])
    slots = test_slots(root)
    problems = [p for name in LISTS for p in problems_of(root / name, slots)]
    for problem in problems:
        print(problem)
    if not problems:
        print("reviews: every line names tests that exist")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
