"""LibreOffice as tests use it: without a window, in a profile of its own, and made to recalculate on loading.

By default it trusts the values stored in a workbook, whatever they are; a check that forgets this can't fail.
"""

import shutil
import subprocess
from pathlib import Path

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def recalculated(workbook: Path, folder: Path) -> Path:
    """The workbook after LibreOffice has calculated every formula anew."""
    return all_recalculated([workbook], folder)[0]


def all_recalculated(workbooks: list[Path], folder: Path, kind: str = "xlsx") -> list[Path]:
    """The same for several, in one call: starting the program takes longer than calculating. `kind` is xlsx or ods."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is needed for this test: install libreoffice-calc (Debian: libreoffice-calc-nogui)"
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / "out"
    command = [program, f"-env:UserInstallation={user.parent.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(out), *map(str, workbooks)], check=True, capture_output=True, timeout=300)
    return [out / f"{workbook.stem}.{kind}" for workbook in workbooks]
