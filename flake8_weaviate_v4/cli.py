"""The command line: ``flake8-weaviate-v4 check`` and ``fix``."""

from __future__ import annotations

import os
import sys

from . import __version__

TYPE_CHECKING = False  # as in typing, which --version has no need of
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from .command.told import Report

PROGRAM = "flake8-weaviate-v4"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code. Nothing that goes wrong ends in a traceback."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started us
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
    argv = sys.argv[1:] if argv is None else argv
    if argv == ["--version"]:  # before anything else is imported
        print(f"{PROGRAM} {__version__}")
        return 0
    import gc

    gc.set_threshold(50_000, 20, 100)  # syntax trees are many objects that live as long as their file: to look for cycles less often saves a fifth
    from . import quick_arguments

    args = quick_arguments.parse(argv)
    if args is None:
        from .arguments import parse

        args = parse(argv)
    code = 2
    try:
        from .command.told import Wrong

        try:
            told = _command(args)  # what it imports, --help and --version don't need
        except Wrong as error:
            print(_visible(f"{PROGRAM}: error: {error}"), file=sys.stderr)
            return code
        code = told.code
        _print(told)
    except KeyboardInterrupt:
        print("interrupted: every file is as it was or wholly fixed", file=sys.stderr)
        return 130
    except BrokenPipeError:  # who reads has seen enough
        _silence()
    except OSError as error:
        _silence()
        _fail(error)
        return 2
    except Exception as error:  # noqa: BLE001  # the last resort: what a file can do wrong is caught closer to it
        print(_visible(f"{PROGRAM}: error: {type(error).__name__}: {error} (please report this)"), file=sys.stderr)
        return 2
    return code


def _silence() -> None:
    """What is still to be written to the standard output goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(error: OSError) -> None:
    """Say what the system refuses: a full disk behind the output, or a working folder that is gone."""
    where = f"{error.filename}: " if error.filename else "the working folder: " if isinstance(error, FileNotFoundError) else "the output: "
    from contextlib import suppress

    with suppress(OSError):
        print(_visible(f"{PROGRAM}: error: {where}{(error.strerror or str(error)).lower()}"), file=sys.stderr)


def _command(args: Namespace) -> Report:
    if args.command in ("rule", "explain"):
        from .command.explain import rule

        return rule(args)
    if args.command == "report":
        from .command.summarise import report

        return report(args)
    if args.command == "server":
        from .command.serve import serve

        return serve()
    if args.command == "export":
        from .export.command import export

        return export(args)
    if args.command == "cache":
        from .command.cache_folder import command

        return command(args)
    if args.command == "linter":
        from .command.explain import linter

        return linter(args)
    from .command.execute import execute

    return execute(args)


def _print(told: Report) -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a name of a file can hold what is no text
    for part in told.out:
        if isinstance(part, bytes) and sys.stdout.isatty():  # code, which could steer the terminal
            print(*map(_visible, part.decode("utf-8", "replace").split("\n")), sep="\n", end="")
        elif isinstance(part, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(part)
            sys.stdout.buffer.flush()
        else:
            print(part)
    sys.stdout.flush()
    for line in told.err:
        print(_visible(line), file=sys.stderr)


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    from .output.visible import visible  # late: few lines need it

    return visible(line)
