"""What the window puts on the clipboard of the chosen thing: citations, its page, its link."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from azkz_desktop.app.words import citation
from azkz_desktop.view.links import link_to

if TYPE_CHECKING:
    from azkz_desktop.app.window import MainWindow


class Copying(QObject):
    """One method for each action that copies; none touches the clipboard in vain."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window = window

    def copy_citation(self) -> None:
        """Copy the citation of the chosen thing's documents in APA style."""
        self._copy_citation("apa")

    def copy_chicago(self) -> None:
        """Copy it in Chicago style."""
        self._copy_citation("chicago")

    def copy_bibtex(self) -> None:
        """Copy BibTeX entries."""
        self._copy_citation("bibtex")

    def copy_ris(self) -> None:
        """Copy RIS records."""
        self._copy_citation("ris")

    def copy_csl_json(self) -> None:
        """Copy CSL items in JSON."""
        self._copy_citation("csl-json")

    def _copy_citation(self, style: str) -> None:
        focus = self.window.store.state.focus
        text = citation(self.window.library, focus, style) if focus is not None else ""
        said = self.tr("Citation copied") if text else self.tr("There is no document to cite.")
        self._copy(text, said)

    def copy_text(self) -> None:
        """Copy what the page of the chosen thing says."""
        from azkz_desktop.panels.plain import as_text

        self.window.detail.later.settle()  # the page may still be on its way
        page = self.window.detail.page
        if page is not None:
            self._copy(as_text(page), self.tr("Text copied"))

    def copy_link(self) -> None:
        """Copy the link of the chosen thing, which the search field understands."""
        focus = self.window.store.state.focus
        if focus is not None:
            self._copy(link_to(focus), self.tr("Link copied: paste it into the search field"))

    def _copy(self, text: str, said: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
        self._done(said)

    def _done(self, sentence: str) -> None:
        self.window.statusBar().showMessage(sentence, 6000)
