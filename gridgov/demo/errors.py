"""What the demo raises."""

from graph_model.errors import GridgovError
from gridgov.words import Words

_FAILED = Words("演示没有走通，在“{step}”这一步：{reason}", "The demo did not come through, at {step!r}: {reason}")


class DemoFailed(GridgovError):
    """A step of the demo did not come out as it must."""

    def __init__(self, step: Words, reason: object) -> None:
        super().__init__(_FAILED("zh", step=step.zh, reason=reason), _FAILED("en", step=step.en, reason=reason))
