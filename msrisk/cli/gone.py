"""The one way a run ends early without anybody being at fault."""


class ReaderGone(BaseException):
    """Whoever read our output has closed it, as ``| head`` does; past typer, which would call it an error."""
