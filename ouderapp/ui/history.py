"""The way a person went through the pages: back and forward as in a browser."""

from dataclasses import dataclass, field

Step = tuple[str, object]
"""A page's name and what it was about."""
LONGEST = 50


@dataclass
class History:
    """The steps before and after the one in front."""

    here: Step | None = None
    before: list[Step] = field(default_factory=list)
    after: list[Step] = field(default_factory=list)

    def go(self, step: Step) -> None:
        """A new step; what lay ahead is forgotten."""
        if step == self.here:
            return
        if self.here is not None:
            self.before = [*self.before, self.here][-LONGEST:]
        self.here = step
        self.after.clear()

    def back(self) -> Step | None:
        """One step back, None when there is none."""
        if not self.before or self.here is None:
            return None
        self.after.append(self.here)
        self.here = self.before.pop()
        return self.here

    def forward(self) -> Step | None:
        """One step forward, None when there is none."""
        if not self.after or self.here is None:
            return None
        self.before.append(self.here)
        self.here = self.after.pop()
        return self.here
