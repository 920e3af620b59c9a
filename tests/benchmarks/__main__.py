"""Us and others on the same data in the same process: `python3 check benchmarks` writes the table in README.md.

python3 check benchmarks                 all works, and the table
python3 check benchmarks ahp stability   only these, and no table written
"""

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # before numpy is imported
os.environ["MPLBACKEND"] = "Agg"  # some peers draw

import sys  # noqa: E402
import warnings  # noqa: E402
from importlib import import_module  # noqa: E402
from pathlib import Path  # noqa: E402

from measuring import measured  # noqa: E402
from table import about, row, written  # noqa: E402

README = Path(__file__).resolve().parents[2] / "README.md"
WORKS = (
    "smaa_ranks", "smaa_first", "smaa_figures", "smaa_figures_first", "promethee_linear", "promethee_gaussian", "ahp",
    "stability", "topsis_million", "topsis_ten_million",
)  # fmt: skip


def main(names: list[str]) -> None:
    unknown = set(names) - set(WORKS)
    if unknown:
        sys.exit(f"no such work: {', '.join(sorted(unknown))}; there are {', '.join(WORKS)}")
    warnings.simplefilter("ignore")
    rows, notes = [], []
    for name in names or WORKS:
        work = import_module(f"works.{name}").work()
        found = measured(work)
        rows.append(row(work, found))
        notes += [note for note in (work.note,) if note]
        print(rows[-1], flush=True)
    if names:
        print(about(notes))
    else:
        written(README, rows, about(notes))


if __name__ == "__main__":
    main(sys.argv[1:])
