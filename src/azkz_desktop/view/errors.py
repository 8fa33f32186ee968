"""What is wrong with a view that someone hands in."""


class ViewError(ValueError):
    """A view that cannot be shown; its text is one sentence for the person."""


class NewerViewError(ViewError):
    """A view in a format that a newer version of the program writes: whole, but not for us."""
