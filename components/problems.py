"""Files that could not be read at the first start."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.safe import plain
from ucap.wording import _, ngettext


def draw_problems(context: Context) -> None:
    """Say which files could not be read, what is wrong with them and what would be right; all others are there."""
    problems = context.library.problems
    if not problems:
        return
    words = ngettext("{count} file could not be read", "{count} files could not be read", len(problems))
    with st.expander(words.format(count=len(problems)), icon=":material/warning:"):
        for problem in problems:
            st.markdown(f"- **{plain(problem.name)}**: {plain(problem.message)}")
        st.caption(_("All other files are there."))
