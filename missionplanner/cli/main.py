"""Take a command line apart and run its command."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from missionplanner import __version__
from missionplanner.base.errors import Cancelled, MissionPlannerError
from missionplanner.base.messages import N_
from missionplanner.cli import output
from missionplanner.cli.commands import export, importing, journal, missions, pack, paper, schedule, storage
from missionplanner.cli.options import Chosen, Misused

MISUSED, KNOWN_ERROR = 2, 3
STOPPED = 130

app = typer.Typer(
    name="missionplanner",
    help=N_("Plan delegation missions. Without a command, the window opens."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        output.result(f"missionplanner {__version__}")
        raise typer.Exit


@app.callback()
def before(
    workspace: Annotated[Path | None, typer.Option("-w", "--workspace", help=N_("The workspace file."))] = None,
    json: Annotated[bool, typer.Option("--json", help=N_("Print the result as JSON."))] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=N_("Print the version."))
    ] = False,
) -> None:
    """Plan delegation missions. Without a command, the window opens."""
    Chosen.workspace, Chosen.json = workspace, json


app.command("missions")(missions.missions)
app.command("import")(importing.import_files)
app.command("check")(missions.check)
app.command("print")(paper.print_document)
app.command("pack")(pack.pack)
app.command("preflight")(pack.preflight)
app.command("export")(export.export)
app.command("schedule")(schedule.schedule)
app.command("undo")(journal.undo)
app.command("redo")(journal.redo)
app.command("history")(journal.history)
app.command("backup")(storage.backup)
app.command("restore")(storage.restore)
app.command("verify")(storage.verify)
app.command("info")(storage.info)
app.command("demo")(paper.demo)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code (EXCHANGE §3): 0, 1, 2 or 3."""
    os.umask(0o077)
    if threading.current_thread() is threading.main_thread():
        # Asked to end, clean up as for Ctrl-C: nothing half written is left behind.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        app(args=list(sys.argv[1:] if arguments is None else arguments), prog_name="missionplanner")
    except SystemExit as stop:
        if stop.code == STOPPED:
            output.note(output.words()(N_("Stopped, as you asked. Nothing was changed.")))
        return stop.code if isinstance(stop.code, int) else 0
    except Cancelled as error:
        output.note(output.words().say(error))
        return STOPPED
    except Misused as error:
        output.note(output.words().say(error))
        return MISUSED
    except MissionPlannerError as error:
        output.note(output.words().say(error))
        return KNOWN_ERROR
    except OSError as error:  # a path no system takes, a disk that went away
        where = str(error.filename or "")
        output.note(
            output.words()(N_("{path} cannot be used: {why}."), path=where, why=error.strerror or str(error))
        )
        return KNOWN_ERROR
    return 0
