#!/usr/bin/env python3
"""Base rates of nodal metastases for `nodewise-cli synthesize --cohort`, from the lyDATA tables.

usage: make_rates.py FOLDER_WITH_THE_CSV_FILES > base_rates.json

Only the standard library. Counts are kept beside every rate, so that a reader can see how thin they
are. The HPV column of the ISB set is not used: it marks 60 % of oral cavity cancers as positive.
"""
import csv
import json
import sys
from pathlib import Path

SITES = ["oral_cavity", "oropharynx_p16pos", "oropharynx_p16neg", "larynx", "hypopharynx"]
LEVELS = ["Ia", "Ib", "IIa", "IIb", "III", "IVa", "Va", "Vb"]
SIZES = [("to10", 0, 10), ("to20", 10, 20), ("to30", 20, 30), ("over30", 30, 1e9)]


def table(path):
    """Rows as dicts keyed by the three header rows joined with '/'."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    names = ["/".join(name) for name in zip(*rows[:3])]
    return [dict(zip(names, row)) for row in rows[3:]]


def truth(text):
    """True, False or None of a cell."""
    return {"true": True, "false": False}.get(text.strip().lower())


def site_of(row, use_hpv):
    code = row["tumor/1/subsite"][:3]
    if code in ("C01", "C09", "C10"):
        hpv = truth(row["patient/#/hpv_status"]) if use_hpv else None
        return None if hpv is None else "oropharynx_p16pos" if hpv else "oropharynx_p16neg"
    if code in ("C02", "C03", "C04", "C05", "C06", "C00"):
        return "oral_cavity"
    return {"C32": "larynx", "C12": "hypopharynx", "C13": "hypopharynx"}.get(code)


def levels_of(row, modality, side="ipsi"):
    """Involved levels of one side, as the set names them."""
    return {
        name: truth(row.get(f"{modality}/{side}/{name}", ""))
        for name in ("I", "Ia", "Ib", "II", "IIa", "IIb", "III", "IV", "V", "Va", "Vb")
    }


def any_true(values):
    return any(v is True for v in values)


def count(text):
    try:
        return int(float(text))
    except ValueError:
        return None


def add_levels(counts, found, split):
    """One involved patient adds one to a level; a coarse level is shared out by `split`."""
    fine = {"I": ("Ia", "Ib"), "II": ("IIa", "IIb"), "V": ("Va", "Vb")}
    for coarse, parts in fine.items():
        named = [p for p in parts if found[p] is True]
        for part in named:
            counts[part] += 1
        if not named and found[coarse] is True:
            for part in parts:
                counts[part] += split[part]
    for level, name in (("III", "III"), ("IV", "IVa")):
        if found[level] is True:
            counts[name] += 1


def split_of(isb):
    """How a coarse level divides, from the set that tells."""
    counts = {level: 1.0 for level in ("Ia", "Ib", "IIa", "IIb", "Va", "Vb")}
    for row in isb:
        for level in counts:
            if truth(row[f"pathology/ipsi/{level}"]) is True:
                counts[level] += 1
    out = {}
    for pair in (("Ia", "Ib"), ("IIa", "IIb"), ("Va", "Vb")):
        whole = sum(counts[p] for p in pair)
        out.update({p: counts[p] / whole for p in pair})
    return out


def level_counts(folder, isb, clb):
    split = split_of(isb)
    counts = {site: {level: 0.0 for level in LEVELS} for site in SITES}
    usz, clb_oro = table(folder / "2021-usz-oropharynx.csv"), table(folder / "2021-clb-oropharynx.csv")
    for row in isb + clb + clb_oro:
        site = site_of(row, row not in isb)
        if site:
            add_levels(counts[site], levels_of(row, "pathology"), split)
    for row in usz:  # imaging only: what CT or MRI called involved
        site = site_of(row, True)
        if site:
            ct, mri = levels_of(row, "CT"), levels_of(row, "MRI")
            both = {name: ct[name] is True or mri[name] is True or None for name in ct}
            add_levels(counts[site], both, split)
    return counts


def positive_count(row):
    whole = count(row.get("positive_dissected/info/all_lnls", ""))
    if whole is not None:
        return whole
    names = [n for n in row if n.startswith("positive_dissected/") and not n.endswith("Ib_to_III")]
    return sum(count(row[n]) or 0 for n in names if "/info/" not in n)


def patient_counts(isb, clb):
    """Patients, node-positive ones and those with extension, by site; and how many nodes."""
    out = {s: {"patients": 0, "nodePositive": 0, "extension": 0, "contralateral": 0,
               "nodes": [0, 0, 0, 0]} for s in SITES}
    for row in isb + clb:
        site = site_of(row, row not in isb)
        if site is None:
            continue
        one = out[site]
        one["patients"] += 1
        number = positive_count(row)
        if number == 0:
            continue
        one["nodePositive"] += 1
        one["nodes"][min(number, 4) - 1] += 1
        one["extension"] += truth(row["patient/#/extracapsular"]) is True
        one["contralateral"] += any_true(levels_of(row, "pathology", "contra").values())
    return out


def size_counts(isb):
    """Largest node by class and extension: the one set that measures it."""
    out = {name: {"patients": 0, "extension": 0} for name, _, _ in SIZES}
    for row in isb:
        try:
            size = float(row["positive_dissected/info/largest_node_mm"])
        except ValueError:
            continue
        if positive_count(row) == 0:
            continue
        name = next(n for n, low, high in SIZES if low < size <= high)
        out[name]["patients"] += 1
        out[name]["extension"] += truth(row["patient/#/extracapsular"]) is True
    return out


def rounded(counts):
    return {key: round(value, 1) for key, value in counts.items()}


def main(folder):
    isb = table(folder / "2023-isb-multisite.csv")
    clb = table(folder / "2023-clb-multisite.csv")
    levels, patients, sizes = level_counts(folder, isb, clb), patient_counts(isb, clb), size_counts(isb)
    whole = {
        "schema": "nodewise.base_rates/1",
        "source": "Counted from lyDATA (patterns of lymphatic involvement in head and neck cancer): USZ and CLB "
                  "oropharynx 2021, CLB multisite 2023 (doi 10.5281/zenodo.10210361), ISB multisite 2023 "
                  "(doi 10.5281/zenodo.10210423), github.com/rmnldwg/lydata",
        "licence": "CC-BY-SA-4.0",
        "patients": len(isb) + len(clb),
        "sites": [{"site": s, **patients[s], "levels": rounded(levels[s])} for s in SITES],
        "sizes": [{"class": name, "overMm": low, "toMm": min(high, 60), **sizes[name]}
                  for name, low, high in SIZES],
    }
    print(json.dumps(whole, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
