"""What holds for all tests: made-up examples are not timed, since machines differ."""

from hypothesis import settings

settings.register_profile("ucap", deadline=None)
settings.load_profile("ucap")
