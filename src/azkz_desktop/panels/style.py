"""The window's look, made from the tokens: one palette and one style sheet for a theme."""

from PySide6.QtGui import QColor, QPalette

from azkz_desktop.dataset.bundled import resources_path
from azkz_desktop.painting.letters import Letters, grown, grown_sheet
from azkz_desktop.view.tokens import Theme

LINE_MARGINS = (12, 4, 12, 4)
"""Pixels around the line of chips, whose room is kept before they come."""
_SHEET = """
* {{ font-size: 13px; }}
QMainWindow, QWidget#window {{ background: {paper}; }}
QToolTip {{ background: {panel}; color: {ink}; border: 1px solid {hairline}; padding: 4px; }}
QMenuBar {{ background: {panel}; color: {ink}; border-bottom: 1px solid {hairline}; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {chosen}; color: {ink}; }}
QMenu {{ background: {panel}; color: {ink}; border: 1px solid {hairline}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 14px; }}
QMenu::item:disabled {{ color: {secondary}; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QTabBar {{ background: {paper}; }}
QTabBar::tab {{
    background: transparent; color: {secondary}; padding: 5px 12px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {ink}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {ink}; }}
QTabBar {{ outline: none; }}
QTabBar::tab:selected:focus {{ background: {chosen}; color: {accent}; }}
QStatusBar {{ background: {panel}; color: {secondary}; border-top: 1px solid {hairline}; }}
QStatusBar QLabel {{ color: {secondary}; font-size: 12px; padding: 0 6px; }}
QStatusBar::item {{ border: none; }}
QFrame#topbar {{ background: {panel}; border-bottom: 1px solid {hairline}; }}
QFrame#side {{ background: {panel}; border: none; }}
QFrame#left {{ background: {panel}; border-right: 1px solid {hairline}; }}
QFrame#right {{ background: {panel}; border-left: 1px solid {hairline}; }}
QLabel {{ color: {ink}; background: transparent; }}
QLabel#brand {{ font-size: 16px; font-weight: 600; }}
QLabel#heading {{ color: {secondary}; font-size: 11px; font-weight: 700; }}
QLabel#secondary {{ color: {secondary}; }}
QLabel#key {{
    color: {secondary}; font-size: 12px; border: 1px solid {edge}; border-radius: 4px;
    padding: 0 5px; background: {paper}; }}
QLabel#small {{ color: {secondary}; font-size: 12px; }}
QLabel#hint {{ background: {chosen}; border-radius: 5px; padding: 5px 8px; font-size: 12px; }}
QLabel#title {{ font-size: 20px; font-weight: 700; }}
QLabel#linklabel {{ color: {accent}; border: 1px solid transparent; border-radius: 3px; }}
QLabel#linklabel:hover {{ text-decoration: underline; }}
QLabel#linklabel:focus {{ border-color: {accent}; }}
QLabel#count {{ font-size: 13px; }}
QFrame#disagreement {{
    background: {disagreement_paper}; border: none; border-left: 3px solid {disagreement}; }}
QFrame#card {{ border: none; border-left: 3px solid {accent}; }}
QFrame#nothing {{ background: {panel}; border: 1px solid {hairline}; border-radius: 6px; }}
QFrame#rule {{ background: {hairline}; border: none; max-height: 1px; min-height: 1px; }}
QPushButton {{
    background: {panel}; color: {ink}; border: 1px solid {edge}; border-radius: 5px;
    padding: 4px 11px; min-height: 18px; }}
QPushButton:hover {{ background: {chosen}; }}
QPushButton:pressed {{ background: {hairline}; }}
QPushButton:disabled {{ color: {secondary}; border-color: {hairline}; }}
QPushButton:focus, QLineEdit:focus, QListView:focus, QTableView:focus {{
    border: 1px solid {accent}; }}
QPushButton#primary {{ background: {ink}; color: {panel}; border-color: {ink}; font-weight: 600; }}
QPushButton#primary:hover {{ background: {accent}; border-color: {accent}; }}
QPushButton#primary:focus {{ border: 2px solid {accent}; padding: 3px 10px; }}
QPushButton#chip {{
    background: {chosen}; border: 1px solid {chosen}; border-radius: {pill}px; color: {accent};
    padding: 1px 10px; }}
QPushButton#chip:hover, QPushButton#chip:focus, QPushButton#pill:hover, QPushButton#pill:focus {{
    border-color: {accent}; }}
QPushButton#pill {{ border-radius: {pill}px; padding: 1px 10px; }}
QPushButton#link {{
    border: 1px solid transparent; background: transparent; color: {accent}; padding: 1px 2px;
    text-align: left; border-radius: 3px; }}
QPushButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus {{ border-color: {accent}; }}
QPushButton#fold {{
    border: 1px solid transparent; background: transparent; color: {secondary}; font-size: 11px;
    font-weight: 700; text-align: left; padding: 1px 2px; border-radius: 3px; min-height: 16px; }}
QPushButton#fold:hover {{ color: {ink}; }}
QPushButton#fold:focus {{ border-color: {accent}; }}
QPushButton#presets {{ padding: 3px 5px; min-width: 10px; }}
QPushButton#presets::menu-indicator, QPushButton#copy::menu-indicator {{ image: none; width: 0; }}
QPushButton#search {{ color: {secondary}; text-align: left; }}
QLineEdit {{
    background: {panel}; color: {ink}; border: 1px solid {edge}; border-radius: 5px;
    padding: 3px 7px; selection-background-color: {accent}; selection-color: {panel};
    placeholder-text-color: {secondary}; }}
QComboBox {{
    background: {panel}; color: {ink}; border: 1px solid {edge}; border-radius: 5px;
    padding: 4px 9px; min-height: 18px; }}
QComboBox:hover {{ background: {chosen}; }}
QComboBox:focus {{ border: 1px solid {accent}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox QAbstractItemView {{
    background: {panel}; color: {ink}; border: 1px solid {edge}; outline: none;
    selection-background-color: {chosen}; selection-color: {ink}; }}
QLineEdit#palette {{ font-size: 15px; padding: 7px 10px; }}
QLineEdit[wrong="true"] {{ border: 1px solid {wrong}; }}
QLabel#wrong {{ color: {wrong}; font-size: 12px; }}
QCheckBox, QRadioButton {{ color: {ink}; spacing: 6px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 13px; height: 13px; border: 1px solid {secondary}; background: {panel}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: {round}px; }}
QCheckBox::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{check}"); }}
QRadioButton::indicator:checked {{ border-color: {accent}; background: qradialgradient(
    cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5, stop:0 {accent}, stop:0.55 {accent},
    stop:0.65 {panel}, stop:1 {panel}); }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QListView, QTableView {{
    background: {panel}; color: {ink}; border: 1px solid transparent; outline: none;
    selection-background-color: {chosen}; selection-color: {ink}; gridline-color: {hairline};
    alternate-background-color: {paper}; }}
QHeaderView::section {{
    background: {panel}; color: {secondary}; border: none; border-bottom: 1px solid {hairline};
    padding: 5px 8px; font-weight: 600; }}
QTableCornerButton::section {{ background: {panel}; border: none; }}
QScrollArea {{ border: none; background: {panel}; }}
QScrollArea > QWidget > QWidget {{ background: {panel}; }}
QScrollArea#bare, QScrollArea#bare > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 24px; min-width: 24px;
    margin: 1px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {hairline}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 5px; background: {hairline}; }}
QDialog, QMessageBox {{ background: {panel}; }}
"""


def style_sheet(theme: Theme) -> str:
    """The Qt style sheet of *theme*, in the present size of text."""
    dark = theme.name == "dark"
    sheet = _SHEET.format(
        check=(resources_path() / "icons" / f"check-{'dark' if dark else 'light'}.svg").as_posix(),
        edge="#4A5763" if dark else "#C9C4B8",
        pill=11 if Letters.factor >= 1 else 8,  # more than half its height makes corners
        round=(grown(13) + 2) // 2,
        wrong="#FF9C8A" if dark else "#B3261E",
        **{name: getattr(theme, name) for name in theme.__slots__},
    )
    return grown_sheet(sheet)


def palette(theme: Theme) -> QPalette:
    """The Qt palette of *theme*, for what no style sheet reaches (native dialogs' insides)."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.panel),
        (roles.WindowText, theme.ink),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.paper),
        (roles.Text, theme.ink),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.ink),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.panel),
        (roles.Link, theme.accent),
        (roles.PlaceholderText, theme.secondary),
        (roles.ToolTipBase, theme.panel),
        (roles.ToolTipText, theme.ink),
    ):
        made.setColor(role, QColor(colour))
    return made
