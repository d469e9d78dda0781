"""The package as a library: ``check_source`` and ``fix_source``."""

from __future__ import annotations

import warnings

from .check import Checker
from .finding import Finding
from .first_look import can_hold_v3
from .options import NEWEST, Options, target

__all__ = ["Finding", "check_source", "fix_source"]


def check_source(
    text: str, path: str = "<unknown>", *, target_client: str = "", deprecations: bool = False, report_guarded: bool = False,
    unclosed: bool = False, noqa: bool = True,
) -> list[Finding]:  # fmt: skip
    """The findings in one Python file's text, in order of place.

    A pure function: it reads no file (an import of another file of the checkout is not followed), keeps no state, and gives the
    same result for the same arguments, in any thread or process; function, arguments and results can be pickled. ``path`` is
    only a name. The keywords are those of the command; ``target_client`` is a version such as ``4.16``, empty for the newest;
    ``noqa`` says whether ``# noqa`` comments count.

    Returns ``Finding`` tuples: ``line`` (from 1), ``column`` (from 0, in characters), ``code``, ``message`` (one line), ``url``,
    ``length`` of the marked name, ``symbol`` (the v3 name, dotted; empty where it is no name) and ``guarded``. New fields may
    come behind these. A text that can't be parsed has one finding, ``WV000``, that says why. Raises ValueError for a
    ``target_client`` that is no v4 version, and nothing else.
    """
    options = Options(target(target_client) if target_client else NEWEST, report_guarded, deprecations, unclosed)
    if not can_hold_v3(text):
        return []
    from .command.noqa import Noqa
    from .rewrite.fix import parsed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = parsed(text.removeprefix("\ufeff"), path)
            found = Checker(options).check(source)
    except SyntaxError as error:
        return [Finding(error.lineno or 1, max((error.offset or 1) - 1, 0), "WV000", f"can't be parsed: {error.msg}", "")]
    except (ValueError, RecursionError, MemoryError) as error:
        return [Finding(1, 0, "WV000", f"can't be parsed: {error or 'it is nested too deeply'}", "")]
    except Exception as error:  # noqa: BLE001  # one text of thousands must not end a job
        return [Finding(1, 0, "WV000", f"could not be checked ({type(error).__name__}: {error}), please report this", "")]
    comments = Noqa(source.text)
    return [finding for finding in found if not (noqa and comments.silences(finding))]


def fix_source(text: str, path: str = "<unknown>", *, unsafe: bool = False, target_client: str = "") -> str:
    """One Python file's text after the safe fixes, or with ``unsafe`` all fixes: the text itself where there are none.

    A pure function like ``check_source``. A fix that by a fault of ours would break the code is not made. Raises SyntaxError or
    ValueError for a text that can't be parsed, ValueError for a ``target_client`` that is no v4 version, and
    ``rewrite.fix.Broken`` where the code would be broken and no single fix is at fault.
    """
    options = Options(target(target_client)) if target_client else Options()
    if not can_hold_v3(text):
        return text
    from .rewrite.fix import fix, parsed

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fix(Checker(options), parsed(text, path), unsafe).text
