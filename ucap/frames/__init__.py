"""Plans to frames: tidy tables, one row per thing, described by one dictionary of columns."""

from ucap.frames.build import FrameError, build
from ucap.frames.columns import COLUMNS, FRAMES, Column, FrameSpec
from ucap.frames.frames import Frames

__all__ = ["COLUMNS", "FRAMES", "Column", "FrameError", "FrameSpec", "Frames", "build"]
