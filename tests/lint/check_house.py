#!/usr/bin/env python3
"""The house: top level as agreed, a README in every folder, no leftovers, headers that say what they are."""
import pathlib
import re
import subprocess
import sys

TOP = {"CMakeLists.txt", "app", "core", "ui", "cases", "translations", "tests", "installer", "README.md",
       "CMakePresets.json", "LICENSE", "CONTRIBUTING.md"}
LEFTOVERS = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|\bnot implemented\b", re.I)


def tracked(root):
    run = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=False)
    if run.returncode == 0 and run.stdout:
        return [root / line for line in run.stdout.splitlines()]
    return [p for p in root.rglob("*") if p.is_file() and "build" not in p.relative_to(root).parts[:1]]


def main():
    root = pathlib.Path(sys.argv[1])
    files = [p for p in tracked(root) if p.exists()]
    problems = []
    for name in sorted({p.relative_to(root).parts[0] for p in files}):
        if name not in TOP and not name.startswith("."):
            problems.append(f"{name}: does not belong at the top level")
    folders = {p.parent for p in files if p.suffix in {".cpp", ".h"}}
    for folder in sorted(folders):
        parts = folder.relative_to(root).parts
        if parts[0] in {"core", "ui", "app"} and len(parts) == 2 and not (folder / "README.md").exists():
            problems.append(f"{folder.relative_to(root)}: has no README.md")
    for path in files:
        place = path.relative_to(root)
        if path.suffix in {".h", ".cpp"} and path.parent.name != "lint":
            text = path.read_text(encoding="utf-8")
            for match in LEFTOVERS.finditer(text):
                problems.append(f"{place}: leftover '{match.group(0)}'")
            if path.suffix == ".h" and not text.startswith(f"/// {path.name}: "):
                problems.append(f"{place}: the first line must be '/// {path.name}: what it is for'")
        if path.stat().st_size > 2_000_000:
            problems.append(f"{place}: {path.stat().st_size} bytes; data of that size does not belong in the project")
    print("\n".join(problems) or "house: in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
