"""What can go wrong with the file and with the text that it is compiled from."""


class DatasetError(Exception):
    """A database that cannot be used; its message is one sentence to show."""


class SourceError(Exception):
    """Source text that cannot be compiled.

    `problems` has a line a problem: file, line number and what is wrong, in words.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class BuildExtraMissing(Exception):  # noqa: N818 - says what is missing, like ImportError's kin
    """A library of the extra `build` is not installed; its message says which and what to do."""
