"""A report on paper: tables with their source, a bar chart, black on white."""

from functools import cache
from io import BytesIO
from typing import Any

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, black, white
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from ouderapp.base.i18n import _, number
from ouderapp.base.paths import resources_folder
from ouderapp.reports.table import Cell, Report, ReportTable, words

PLAIN, BOLD = "ReportSans", "ReportSans-Bold"
GREY = Color(0.85, 0.87, 0.9)
MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN
COLUMNS_A_PAGE = 7
ROWS_TOGETHER = 20


@cache
def _register_fonts() -> None:
    fonts = resources_folder() / "fonts"
    pdfmetrics.registerFont(TTFont(PLAIN, str(fonts / "NotoSans-Regular.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, str(fonts / "NotoSans-Bold.ttf")))


def pages(report: Report, title: str) -> bytes:
    """The report as a PDF; the same report gives the same bytes."""
    _register_fonts()
    target = BytesIO()
    document = BaseDocTemplate(
        target, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN,
        bottomMargin=MARGIN, invariant=True, title=_("Figures"), author="", creator="",
        producer="",
    )  # fmt: skip
    frame = Frame(MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(_story(report, title), canvasmaker=_Counted)
    return target.getvalue()


class _Counted(Canvas):  # type: ignore[misc]
    """A canvas that knows how many pages there are before the first one is closed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Keep the page until all are known."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Close every page with its number."""
        for nr, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            self.setFont(PLAIN, 9)
            text = _("p. {page} of {pages}").format(page=nr, pages=len(self._kept))
            self.drawRightString(A4[0] - MARGIN, 12 * mm, text)
            super().showPage()
        super().save()


def _style(
    size: float, *, bold: bool = False, after: float = 0, right: bool = False, indent: bool = False
) -> ParagraphStyle:
    return ParagraphStyle(
        f"s{size}", fontName=BOLD if bold else PLAIN, fontSize=size, leading=size * 1.35,
        spaceAfter=after, textColor=black, alignment=TA_RIGHT if right else TA_LEFT,
        leftIndent=10 if indent else 0,
    )  # fmt: skip


def _story(report: Report, title: str) -> list[Flowable]:
    inside = _("For use inside the organisation, but for the tables that may go outside.")
    found: list[Flowable] = [
        Paragraph(_escaped(title), _style(18, bold=True, after=2)),
        Paragraph(_escaped(inside), _style(9.5, after=10)),
    ]
    for table in report.tables:
        found += _table(table)
    kinds = report.figures["year"]["contacts_by_type"]
    if kinds:
        heading = Paragraph(words("contacts_by_type"), _style(12, bold=True, after=4))
        found += [KeepTogether([heading, _chart(kinds)])]
    return found


def _table(table: ReportTable) -> list[Flowable]:
    heading = _("{title} (may go outside)") if table.is_for_outside else "{title}"
    title = heading.format(title=table.title)
    found: list[Flowable] = [Paragraph(_escaped(title), _style(12, bold=True, after=4))]
    for first in range(0, max(1, len(table.columns)), COLUMNS_A_PAGE):
        found += [_block(table, first), Spacer(0, 10)]
    if table.note:
        found += [Paragraph(_escaped(table.note), _style(9, after=8))]
    return [KeepTogether(found)] if len(table.rows) <= ROWS_TOGETHER else found


def _block(table: ReportTable, first: int) -> Table:
    columns = table.columns[first : first + COLUMNS_A_PAGE]
    head = ["", *(Paragraph(_escaped(c), _style(8.5, bold=True, right=True)) for c in columns)]
    body = [
        [Paragraph(_escaped(str(row[0])), _style(9.5, indent=str(row[0]).startswith("– "))),
         *(_shown(cell) for cell in row[first + 1 : first + 1 + COLUMNS_A_PAGE])]
        for row in table.rows
    ]  # fmt: skip
    narrow = min(26 * mm, (WIDTH - 62 * mm) / max(1, len(columns)))
    widths = [WIDTH - narrow * len(columns), *([narrow] * len(columns))]
    drawn = Table([head, *body], colWidths=widths, repeatRows=1)
    drawn.setStyle(TableStyle([
        ("FONT", (0, 0), (-1, -1), PLAIN, 9.5), ("ALIGN", (1, 1), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, 0), 0.8, black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, GREY), ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5), ("LEFTPADDING", (0, 0), (0, -1), 0),
    ]))  # fmt: skip
    return drawn


def _shown(cell: Cell) -> str:
    return cell if isinstance(cell, str) else number(cell)


def _chart(kinds: dict[str, int]) -> Drawing:
    names = sorted(kinds, key=lambda kind: kinds[kind])
    height = 14 * len(names) + 20
    drawing = Drawing(WIDTH, height)
    chart = HorizontalBarChart()
    chart.x, chart.y, chart.width, chart.height = 120, 10, WIDTH - 150, height - 15
    chart.data = [[kinds[name] for name in names]]
    chart.categoryAxis.categoryNames = [words(name) for name in names]
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = PLAIN
    chart.categoryAxis.labels.fontSize = chart.valueAxis.labels.fontSize = 8.5
    chart.valueAxis.valueMin, chart.valueAxis.valueStep = 0, max(1, max(kinds.values()) // 5)
    chart.bars[0].fillColor, chart.bars[0].strokeColor = Color(0.04, 0.42, 0.42), white
    chart.barLabels.fontName, chart.barLabels.fontSize = PLAIN, 8.5
    chart.barLabelFormat, chart.barLabels.nudge = "%d", 8
    drawing.add(chart)
    return drawing


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
