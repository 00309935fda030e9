"""English, the language of records, whatever the language of the person who looks."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from typing import ParamSpec, TypeVar

from ucap.wording import use

Given = ParamSpec("Given")
Result = TypeVar("Result")


def in_english(function: Callable[Given, Result], *arguments: Given.args, **options: Given.kwargs) -> Result:
    """What the function returns when it speaks English; the language of the caller stays as it is."""
    context = copy_context()
    context.run(use, "en")
    return context.run(function, *arguments, **options)
