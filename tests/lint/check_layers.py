#!/usr/bin/env python3
"""Reads every #include against layers.toml: missing arrows, unused arrows, cycles, stray third parties."""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def read_toml(path):
    """The small part of TOML that layers.toml uses (Python 3.10 has no tomllib)."""
    tables, current, text = {}, None, path.read_text(encoding="utf-8")
    for line in text.splitlines():
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        if line.startswith("["):
            current = tables.setdefault(line.strip("[]"), {})
            continue
        key, value = line.split("=", 1)
        current[key.strip().strip('"')] = re.findall(r'"([^"]+)"', value)
    return tables


def includes(path):
    return [(m.group(1), m.group(2)) for m in INCLUDE.finditer(path.read_text(encoding="utf-8"))]


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in {".h", ".cpp"})


def check_third_party(root, rules, problems):
    for top in ("core", "ui", "app"):
        for path in sources(root / top):
            place = path.relative_to(root).as_posix()
            for _, name in includes(path):
                for pattern, allowed in rules.items():
                    if not name.startswith(pattern):
                        continue
                    home = any(place.startswith(a + "/") for a in allowed)
                    if not home or path.suffix == ".h":
                        problems.append(f"{place}: includes <{name}>, allowed only in the .cpp files of {allowed}")


def arrows_of(root, names, prefix, problems, known):
    found = {name: set() for name in names}
    for name in names:
        for path in sources(root / name):
            for kind, target in includes(path):
                if not target.startswith(prefix):
                    continue
                module = target[len(prefix):].split("/", 1)[0]
                if module in known and module != name and "/" in target[len(prefix):]:
                    found[name].add(module)
                    if module not in names[name]:
                        problems.append(f"{path}: arrow {name} -> {module} is not in layers.toml")
    return found


def check_unused(found, names, what, problems):
    for name, allowed in names.items():
        for module in allowed:
            if module not in found.get(name, set()):
                problems.append(f"layers.toml: {what} arrow {name} -> {module} is listed and unused")


def check_cycles(names, what, problems):
    state = {}

    def visit(name, trail):
        if state.get(name) == "done":
            return
        if name in trail:
            problems.append(f"layers.toml: {what} cycle " + " -> ".join([*trail, name]))
            return
        for module in names.get(name, []):
            visit(module, [*trail, name])
        state[name] = "done"

    for name in names:
        visit(name, [])


def check_upward(root, problems):
    for path in sources(root / "core"):
        for _, name in includes(path):
            if name.startswith(("ui/", "app/", "Q", "Qt")) and not name.startswith("Quantity"):
                problems.append(f"{path}: core must not include {name}")


def check_declared(root, names, problems):
    """nodewise_module(... DEPENDS ...) must say the same as the table."""
    for name, allowed in names.items():
        file = root / "core" / name / "CMakeLists.txt"
        if not file.exists():
            problems.append(f"core/{name}: listed in layers.toml but has no CMakeLists.txt")
            continue
        match = re.search(r"nodewise_module\([^)]*?\bDEPENDS([^)]*?)(?:PRIVATE|PUBLIC|\))", file.read_text(encoding="utf-8"), re.S)
        declared = set(match.group(1).split()) if match else set()
        if declared - set(allowed):
            problems.append(f"{file}: DEPENDS names {sorted(declared - set(allowed))}, not in layers.toml")


def main():
    root = pathlib.Path(sys.argv[1])
    tables = read_toml(pathlib.Path(__file__).with_name("layers.toml"))
    modules, ui = tables["modules"], tables["ui"]
    problems = []
    for folder in sorted(p.name for p in (root / "core").iterdir() if p.is_dir()):
        if folder not in modules:
            problems.append(f"core/{folder}: not in layers.toml")
    for folder in sorted(p.name for p in (root / "ui").iterdir() if p.is_dir()):
        if folder not in ui:
            problems.append(f"ui/{folder}: not in layers.toml")
    found = arrows_of(root / "core", modules, "", problems, modules)
    check_unused(found, modules, "core", problems)
    found_ui = arrows_of(root / "ui", ui, "ui/", problems, ui)
    check_unused(found_ui, ui, "ui", problems)
    check_cycles(modules, "core", problems)
    check_cycles(ui, "ui", problems)
    check_upward(root, problems)
    check_declared(root, modules, problems)
    check_third_party(root, tables["third_party"], problems)
    print("\n".join(problems) or "layers: every arrow is in the table and used")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
