"""What is wrong with a view that someone hands in."""


class ViewError(ValueError):
    """A view that cannot be shown; its text is one sentence for the person."""
