"""Timeline: when the selected plans run, and what happened when."""

import streamlit as st

from components.begin import begin
from components.chart import draw, room_px
from components.notices import draw_empty, draw_foot
from components.plan.corrected import corrected_column
from components.tables import WORDS_PX, draw_activity_rows, rows_px
from ucap.charts.time.activities import activity_timeline
from ucap.charts.time.periods import period_timeline
from ucap.charts.words import sentences
from ucap.plan.pointers import Field
from ucap.selection.figures import rows_sentence
from ucap.wording import _

COLUMNS = ["start_date", "end_date", "activity_kind", "status", "timing", "text", "places"]

context = begin("Timeline", "activities")
if context.is_empty:
    draw_empty()
else:
    draw(context, activity_timeline(context.scene), "activity", room_px=room_px(context, activity_timeline, 1000))
    st.subheader(_("All activities"), anchor=False)
    room = WORDS_PX + rows_px(len(context.whole.frames.activities))
    with st.container(height=room, border=False, key="room-all-activities"):
        sorting = _("Sorted by date. Click a row to see the passage in its document.")
        st.caption(sentences(rows_sentence(context.frames), sorting))
        activities = context.frames.activities.sort_values("start_day", kind="stable", ignore_index=True)
        fields = (Field(("activities", str(position))) for position in activities["position"])
        marks = corrected_column(context.library, zip(activities["plan"], fields, strict=True))
        draw_activity_rows(activities, COLUMNS, "activities", _("All activities"), marks)
    # The last on the page: it is as high as its plans need, and nothing below it moves.
    draw(context, period_timeline(context.scene), "plan", room_px="content")
draw_foot()
