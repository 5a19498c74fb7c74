"""Save a picture of every page, dialog and state of the window; `dev.py shots DIR` starts this.

Every state of ``tests/scenes.py`` is shown in both themes and languages, at 100 and at 200 %, and in the smallest
window; beside the pictures comes ``index.html``, which shows them all, and what was cut or unnamed is printed.
Nothing is shown on a screen, and nothing of the person's own is opened.
"""

from __future__ import annotations

import argparse
import gc
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from missionplanner.gui.main_window import MainWindow


@dataclass(frozen=True)
class Variant:
    """Be one look of all states. ``size`` is in logical pixels, ``scale`` and ``letters`` per cent."""

    language: str
    theme: str
    scale: int
    size: tuple[int, int]
    letters: int = 100

    @property
    def name(self) -> str:
        large = f"-letters{self.letters}" if self.letters != 100 else ""
        return f"{self.language}-{self.theme}-{self.scale}-{self.size[0]}{large}"


WIDE, LARGE, SMALLEST = (1440, 900), (1180, 720), (1024, 640)
VARIANTS = (
    *(
        Variant(language, theme, scale, size)
        for scale, size in ((100, WIDE), (200, LARGE))
        for language in ("en", "it")
        for theme in ("light", "dark")
    ),
    Variant("it", "light", 100, SMALLEST),
    Variant("it", "dark", 100, WIDE, letters=175),
)


# ---- one look, in a process of its own ---------------------------------------------------------------


def picture(variant: Variant, folder: Path | None, only: str, turn: int | None = None) -> dict[str, list[str]]:
    """Show every state in one look; save the pictures into a folder, if any. Return what is wrong with which."""
    from PySide6.QtWidgets import QApplication

    from missionplanner.gui import app
    from tests import looks, scenes
    from tests.stage import Stage

    application = QApplication([*sys.argv[:1], *app.STYLE])
    gc.disable()  # as in the program: widgets must not be destroyed by a thread that happens to collect
    found: dict[str, list[str]] = {}
    windows: list[MainWindow] = []  # a window lives as long as the program, as it does for a person
    for ground in scenes.GROUNDS:
        states = scenes.of(ground) if turn is None else scenes.in_turn(ground, turn)
        wanted = [one for one in states if any(part in one.name for part in only.split(","))]
        if not wanted:
            continue
        window = opened(application, variant, ground)
        windows.append(window)
        stage = Stage(window)
        scenes.prepare(stage, ground)
        for scene in wanted:
            shown = scene.play(stage)
            found[scene.name] = [*looks.cut(shown), *looks.faults(shown)]
            if folder is not None:
                save(shown, folder / f"{scene.name}.{variant.name}.png")
        stage.clear()
        leave(window)
    return {name: wrong for name, wrong in found.items() if wrong}


def opened(application: QApplication, variant: Variant, ground: str) -> MainWindow:
    """Open a window on the workspace of a ground."""
    from missionplanner.base import paths
    from missionplanner.base.settings import Settings
    from missionplanner.gui import app
    from missionplanner.services import samples
    from tests import scenes
    from tests.stage import until

    settings = Settings(Path(os.environ["HOME"]) / f"settings-{variant.name}-{ground}.json")
    width, height = variant.size
    settings.change(language=variant.language, theme=variant.theme, width=width, height=height, coached=True)
    settings.change(text_size=variant.letters)
    path = None
    if ground == scenes.SAMPLE:
        path = samples.open_sample(paths.sample_workspace()).resolve()
    elif ground == scenes.FIRST:
        paths.default_workspace().unlink(missing_ok=True)
    window = app.compose(application, settings)
    window.show()
    app.begin(window, path)
    until(lambda: window.ctx.workspace is not None)
    return window


def leave(window: MainWindow) -> None:
    """Close a window and wait until nothing of it is under way: its jobs, and closing once they have ended."""
    from tests.stage import until

    window.close()
    until(lambda: not window.ctx.jobs.under_way and not window.isVisible())
    window.ctx.release()
    gc.collect(1)


def save(shown: QWidget, path: Path) -> None:
    """Save what a widget shows."""
    if not shown.grab().save(str(path)):
        raise OSError(f"not written: {path}")


# ---- all looks ---------------------------------------------------------------------------------------


def run(variant: Variant, arguments: list[str]) -> dict[str, list[str]]:
    """Take one look in a process and a home of its own."""
    home = tempfile.mkdtemp(prefix="missionplanner-shots-")
    folders = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}
    environ = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "MISSIONPLANNER_"))},
        **{name: f"{home}/{place}" for name, place in folders.items()},
        "HOME": home,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(variant.scale / 100),
        "LC_ALL": "C.UTF-8",
    }
    line = [sys.executable, str(Path(__file__)), *arguments, "--variant", variant.name]
    try:
        done = subprocess.run(line, env=environ, capture_output=True, text=True, check=False, cwd=ROOT)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if done.returncode:
        raise SystemExit(f"{variant.name}:\n{done.stdout}{done.stderr}")
    result: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return result


def index(folder: Path) -> None:
    """Write the page that shows all pictures, a row for each state."""
    from tests import scenes

    head = "".join(f"<th>{one.name}</th>" for one in VARIANTS)
    rows = []
    for scene in scenes.SCENES:
        cells = []
        for one in VARIANTS:
            file = f"{scene.name}.{one.name}.png"
            there = (folder / file).exists()
            link = f'<a href="{html.escape(file)}"><img loading="lazy" src="{html.escape(file)}" alt="{file}"></a>'
            cells.append(f"<td>{link if there else ''}</td>")
        rows.append(f"<tr><th>{html.escape(scene.name)}</th>{''.join(cells)}</tr>")
    style = "body{font:13px sans-serif;background:#ddd} img{width:300px} th{text-align:left;vertical-align:top}"
    text = f"<!doctype html><meta charset=utf-8><title>Mission Planner</title><style>{style}</style>"
    page = f"{text}<table><tr><th></th>{head}</tr>{''.join(rows)}</table>\n"
    (folder / "index.html").write_text(page, "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?", help="where the pictures go; none: judge only"
    )
    parser.add_argument("--only", default="", help="states whose name holds this; several with commas")
    parser.add_argument("--judge", metavar="LOOK", help="save nothing; print what is wrong in one look, as JSON")
    parser.add_argument("--turn", type=int, help="with --judge: only this share of the states (tests/scenes.py)")
    parser.add_argument("--variant", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    folder = chosen.folder.resolve() if chosen.folder is not None else None
    if chosen.judge:
        variant = next(one for one in VARIANTS if one.name == chosen.judge)
        turn = [] if chosen.turn is None else ["--turn", str(chosen.turn)]
        print(json.dumps(run(variant, ["--only", chosen.only, *turn])))
        return 0
    if chosen.variant:
        variant = next(one for one in VARIANTS if one.name == chosen.variant)
        print(json.dumps(picture(variant, folder, chosen.only, chosen.turn)))
        return 0
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    arguments = [*([str(folder)] if folder is not None else []), "--only", chosen.only]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        found = dict(zip(VARIANTS, pool.map(lambda one: run(one, arguments), VARIANTS), strict=True))
    for variant, wrong in found.items():
        for name, what in wrong.items():
            for one in what:
                print(f"{variant.name}  {name}: {one}")
    if folder is not None:
        index(folder)
        count = len(list(folder.glob("*.png")))
        print(f"{count} pictures in {time.monotonic() - began:.0f} s; look at {folder / 'index.html'}")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
